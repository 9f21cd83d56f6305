import path from "node:path";

import { guideSuite } from "./guideSuite";
import { teaMessage, type Refusal } from "./refusals";

const guide = path.join(__dirname, "node", "guide.js");

const codeFirst = (refusal: Refusal): string => `${refusal.code}: ${teaMessage(refusal)}`;

guideSuite("Node.js", {
    command: () => Promise.resolve([process.execPath, guide]),
    errors: {
        types: {
            DirectConnectClientException: "DirectConnectClientException",
            "Direct Connect": "DirectConnectServiceException",
            EC2: "EC2ServiceException",
            "AWS STS": "STSServiceException",
            VPC: "ClientError",
            CBN: "ClientError",
            "Alibaba STS": "ClientError",
        },
        messages: { VPC: codeFirst, CBN: codeFirst, "Alibaba STS": codeFirst },
    },
});
