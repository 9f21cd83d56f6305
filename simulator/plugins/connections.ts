import { assumeRole as assumeRamRole } from "../alibaba/sts";
import { assumeRole as assumeAwsRole } from "../aws/sts/actions";
import type { Credentials } from "../credentials";
import type { KeyStore } from "../keys";
import { CloudError } from "../world/cloudError";
import type { Caller, World } from "../world/world";
import { Cloud, type EngineRequest } from "./cloud";
import { textOf, type Values } from "./values";

export type CloudName = "aws" | "alicloud";

interface Role {
    roleArn?: unknown;
    sessionName?: unknown;
}

/**
 * Whom each provider instance stands for. The engine opens a connection for every instance, so `configure` is kept by the connection's
 * address; a call on a connection that never was configured gets the simulator's own users.
 */
export class Connections {
    private readonly callers = new Map<string, Caller>();

    constructor(
        private readonly world: World,
        private readonly keys: KeyStore,
        private readonly credentials: Credentials,
    ) {}

    configure(peer: string, cloud: CloudName, settings: Values): void {
        this.callers.set(key(peer, cloud), this.callerOf(cloud, settings));
    }

    cloudOf(peer: string, cloud: CloudName, request?: EngineRequest): Cloud {
        return new Cloud(this.world, this.callers.get(key(peer, cloud)) ?? this.callerOf(cloud, {}), request);
    }

    private callerOf(cloud: CloudName, settings: Values): Caller {
        const own = cloud === "aws" ? this.credentials.aws : this.credentials.alibaba;
        const accessKeyId = textOf(settings.accessKey) || own.accessKeyId;
        const found = this.keys.find(accessKeyId);
        if (found === undefined || this.keys.isExpired(found)) {
            throw new CloudError(
                cloud === "aws" ? "InvalidClientTokenId" : "InvalidAccessKeyId.NotFound",
                `No valid credential sources found: the access key ${accessKeyId} is unknown.`,
            );
        }
        const caller = { ...found.caller, region: textOf(settings.region) || own.region };
        return rolesOf(settings).reduce((current, role) => this.assume(cloud, current, role), caller);
    }

    private assume(cloud: CloudName, caller: Caller, { roleArn, sessionName }: Role): Caller {
        const action = cloud === "aws" ? assumeAwsRole(this.keys) : assumeRamRole(this.keys);
        const { Credentials: issued } = action.run(
            { world: this.world, caller },
            { RoleArn: roleArn, RoleSessionName: textOf(sessionName) || "pulumi" },
        ) as { Credentials: { AccessKeyId: string } };
        return { ...(this.keys.find(issued.AccessKeyId)?.caller ?? caller), region: caller.region };
    }
}

function key(peer: string, cloud: CloudName): string {
    return `${cloud} ${peer}`;
}

/** `assumeRoles` of the AWS provider, `assumeRole` of Alibaba Cloud's: structures, or JSON where they come from the stack configuration. */
function rolesOf({ assumeRoles, assumeRole }: Values): Role[] {
    const given = [assumeRoles, assumeRole].map((value) =>
        typeof value === "string" && value !== "" ? (JSON.parse(value) as unknown) : value,
    );
    return given.flat().filter((role): role is Role => typeof role === "object" && role !== null && "roleArn" in role);
}
