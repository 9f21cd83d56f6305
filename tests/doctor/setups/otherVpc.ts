import type { AwsVpc } from "../../../simulator/world/awsState";
import type { Link } from "../healthyLink";

/** Another VPC of the account at AWS, with a table of its own. */
export function otherVpc({ world, awsVpc }: Link): AwsVpc {
    const vpc: AwsVpc = { ...awsVpc, vpcId: "vpc-other", cidrBlocks: ["10.9.0.0/16"], tags: new Map() };
    world.aws.vpcs.set(vpc.vpcId, vpc);
    world.aws.routeTables.set("rtb-other", {
        routeTableId: "rtb-other",
        vpcId: vpc.vpcId,
        main: true,
        routes: [],
        propagatingVgws: [],
        tags: new Map(),
    });
    return vpc;
}
