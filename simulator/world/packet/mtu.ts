/** The longest packet that passes, in bytes. A virtual interface says its own. */
export const mtu = {
    /** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/network_mtu.html: jumbo frames within a VPC and through its gateways. */
    awsVpc: 9001,
    /** https://docs.aws.amazon.com/vpn/latest/s2svpn/your-cgw.html */
    vpn: 1446,
    /** DescribeVirtualBorderRouters, Mtu: 1500, or 8500 with an Express Connect Router alone. */
    borderRouter: 1500,
    /** Jumbo frames of Alibaba Cloud's VPCs and transit routers. */
    alibabaVpc: 8500,
} as const;
