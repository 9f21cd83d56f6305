import type { Cause } from "../diagnose";
import { alibabaVpcCauses } from "./alibabaVpcs";
import { awsRouteCauses } from "./awsRoutes";
import { bgpCauses } from "./bgp";
import { cenAttachmentCauses } from "./cenAttachment";
import { circuitCauses } from "./circuit";
import { connectionCauses } from "./connection";
import { gatewayCauses } from "./gateway";
import { keyCauses } from "./keys";
import { linkCauses } from "./link";
import { causeNumbers } from "./names";
import { packetCauses } from "./packets";
import { prefixCauses } from "./prefixes";
import { routeChoiceCauses } from "./routeChoice";
import { routeMapCauses } from "./routeMaps";
import { synchronisationCauses } from "./synchronisation";
import { virtualInterfaceCauses } from "./virtualInterface";

/** All that can be told from the configuration, in the order in which one hides the next. */
export const causes: readonly Cause[] = [
    ...connectionCauses,
    ...circuitCauses,
    ...virtualInterfaceCauses,
    ...linkCauses,
    ...bgpCauses,
    ...keyCauses,
    ...prefixCauses,
    ...gatewayCauses,
    ...awsRouteCauses,
    ...cenAttachmentCauses,
    ...alibabaVpcCauses,
    ...synchronisationCauses,
    ...routeMapCauses,
    ...routeChoiceCauses,
    ...packetCauses,
].sort((a, b) => causeNumbers[a.name] - causeNumbers[b.name]);
