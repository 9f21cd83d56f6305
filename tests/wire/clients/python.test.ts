import path from "node:path";

import { guideSuite, requireTool, root, say } from "./guideSuite";
import { teaMessage } from "./refusals";

const { findPython } = requireTool("./python") as { findPython: (say: (line: string) => void) => Promise<string> };

const guide = path.join(root, "tests", "wire", "clients", "python", "guide.py");

guideSuite("Python", {
    // Nothing is written beside the sources.
    command: async () => [await findPython(say), "-B", guide],
    errors: {
        types: {
            DirectConnectClientException: "DirectConnectClientException",
            "Direct Connect": "ClientError",
            EC2: "ClientError",
            "AWS STS": "ClientError",
            VPC: "ClientException",
            CBN: "ClientException",
            "Alibaba STS": "ClientException",
        },
        messages: { VPC: teaMessage, CBN: teaMessage, "Alibaba STS": teaMessage },
    },
});
