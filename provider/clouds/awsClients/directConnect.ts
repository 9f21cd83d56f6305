export {
    ConfirmConnectionCommand,
    DeleteConnectionCommand,
    DescribeConnectionsCommand,
    DescribeDirectConnectGatewayAssociationsCommand,
    DescribeDirectConnectGatewaysCommand,
    DescribeVirtualInterfacesCommand,
    DirectConnectClient,
    ListVirtualInterfaceTestHistoryCommand,
    TagResourceCommand,
} from "@aws-sdk/client-direct-connect";
