import type { ServiceName } from "../action";
import { alibabaSts } from "./alibabaSts";
import { awsSts } from "./awsSts";
import { bssopenapi } from "./bssopenapi";
import { cbn } from "./cbn";
import { cenChildren } from "./cenChildren";
import { cenGrants } from "./cenGrants";
import { cenRouting } from "./cenRouting";
import { directConnect } from "./directConnect";
import { ec2 } from "./ec2";
import { ecs } from "./ecs";
import type { FidelityTable } from "./entry";
import { vpc } from "./vpc";
import { vpcBgp } from "./vpcBgp";

export { policies } from "./policies";
export { protocols } from "./common";
export { standIns } from "./standIns";

/** Every action, by its service and name. */
export const actions: Readonly<Record<ServiceName, FidelityTable>> = {
    directconnect: directConnect,
    ec2,
    awsSts,
    vpc: { ...vpc, ...vpcBgp },
    cbn: { ...cbn, ...cenChildren, ...cenGrants, ...cenRouting },
    ecs,
    bssopenapi,
    alibabaSts,
};
