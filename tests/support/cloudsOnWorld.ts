import type { Clouds } from "../../provider/clouds/clouds";
import { connectClouds } from "../../provider/clouds/connect";
import { readSettings } from "../../provider/settings/settings";
import { alibabaListener } from "../../simulator/alibaba/index";
import { awsListener } from "../../simulator/aws/index";
import { makeCredentials } from "../../simulator/credentials";
import { environmentOf } from "../../simulator/environment";
import { KeyStore } from "../../simulator/keys";
import { listen } from "../../simulator/listen";
import { endpointsAt } from "../../simulator/server";
import type { World } from "../../simulator/world/world";
import { virtualClock } from "./virtualClock";
import { withEndpoints } from "./wiredClouds";

/** Our own clients in front of a simulated world, over its wire, in virtual time. */
export interface CloudsOnWorld {
    clouds: Clouds;
    close(): Promise<void>;
}

export async function cloudsOn(world: World): Promise<CloudsOnWorld> {
    const keys = new KeyStore();
    const credentials = makeCredentials(world, keys);
    const servers = [await listen(awsListener(world, keys), 0), await listen(alibabaListener(world, keys), 0)];
    const [aws = "", alibaba = ""] = servers.map(({ port }) => `http://127.0.0.1:${port}`);
    const restore = withEndpoints(aws);
    const environment = environmentOf(endpointsAt(aws, alibaba), credentials, "");
    return {
        clouds: connectClouds(readSettings(undefined, environment), virtualClock(Date.UTC(2026, 0, 1))),
        async close() {
            restore();
            await Promise.all(servers.map((server) => server.close()));
        },
    };
}
