import { createHash } from "node:crypto";

import { draw, topologyOfFacts } from "../../cli/topology/run";
import { readLink } from "../../provider/diagnosis/read";
import { World } from "../../simulator/world/world";
import { healthyLink, settlingSeconds, type Link } from "../doctor/healthyLink";

/** The pictures of `docs/`, by file: each a link that was up, and what was broken of it. */
const pictures: Readonly<Record<string, (link: Link) => void>> = {
    "link-up.svg": () => undefined,
    "link-broken.svg": ({ group, attachment, world }) => {
        group.authKey = `${group.authKey} `;
        attachment.autoPublishRouteEnabled = false;
        world.changed();
    },
};

/** Drawn by the command's own code, of simulated clouds. The same each time, so that only a change of the drawing changes them. */
export async function drawPictures(): Promise<Record<string, string>> {
    const drawn: Record<string, string> = {};
    for (const [file, breaks] of Object.entries(pictures)) {
        drawn[file] = await withCountedIds(() => drawLink(breaks));
    }
    return drawn;
}

async function drawLink(breaks: (link: Link) => void): Promise<string> {
    const link = await healthyLink();
    const { bench, ids } = link;
    try {
        breaks(link);
        await bench.pass(settlingSeconds);
        const facts = await readLink(ids, bench.context.clouds);
        return await draw(topologyOfFacts(facts, bench.context.clock.now(), "singapore"), "svg");
    } finally {
        bench.close();
    }
}

/** Identifiers that look as random as the clouds', and are the same in every run. */
async function withCountedIds<Result>(work: () => Promise<Result>): Promise<Result> {
    const own = Object.getOwnPropertyDescriptor(World.prototype, "newId") ?? {};
    let count = 0;
    const value: World["newId"] = (prefix, length) => {
        count += 1;
        return prefix + createHash("sha256").update(`${prefix} ${count}`).digest("hex").slice(0, length);
    };
    Object.defineProperty(World.prototype, "newId", { ...own, value });
    try {
        return await work();
    } finally {
        Object.defineProperty(World.prototype, "newId", own);
    }
}
