export {
    DescribeNetworkAclsCommand,
    DescribeRouteTablesCommand,
    DescribeSecurityGroupsCommand,
    DescribeSubnetsCommand,
    DescribeVpcsCommand,
    DescribeVpnGatewaysCommand,
    EC2Client,
} from "@aws-sdk/client-ec2";
