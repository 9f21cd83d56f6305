import { guideSuite, requireTool, say } from "./guideSuite";
import { teaMessage } from "./refusals";

const { findGoGuide } = requireTool("./clients/goGuide.js") as {
    findGoGuide: (say: (line: string) => void) => Promise<string>;
};

guideSuite("Go", {
    command: async () => [await findGoGuide(say)],
    errors: {
        types: {
            DirectConnectClientException: "*types.DirectConnectClientException",
            "Direct Connect": "*smithy.GenericAPIError",
            EC2: "*smithy.GenericAPIError",
            "AWS STS": "*smithy.GenericAPIError",
            VPC: "*tea.SDKError",
            CBN: "*errors.ServerError",
            "Alibaba STS": "*errors.ServerError",
        },
        messages: { VPC: teaMessage },
    },
});
