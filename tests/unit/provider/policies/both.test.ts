import { expect } from "chai";

import { allRows, requiredAwsPolicy, requiredRamPolicy } from "../../../../provider/policies/requiredPolicies";
import { args, inSingapore } from "./statements";

describe("both policies", () => {
    it("name each action as it is, without a wildcard", () => {
        expect(
            allRows.map(({ action }) => action).filter((action) => !/^[a-z0-9]+:[A-Za-z]+$/.test(action)),
        ).to.deep.equal([]);
    });

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html, https://www.alibabacloud.com/help/en/ram/product-overview/limits
    it("fit into a managed policy of 6,144 characters, in which spaces do not count", () => {
        const changes = { ...args, ...inSingapore, for: "up", onDestroy: { hostedConnection: "delete" } } as const;
        const adopt = { vpnGatewayId: "vgw-0123456789abcdef0", virtualInterfaceId: "dxvif-01234567" };
        expect(JSON.stringify(requiredAwsPolicy({ ...changes, adopt })).length).to.be.below(6144);
        const alibaba = { ...args.alibaba, manageVpcRoutes: true };
        expect(JSON.stringify(requiredRamPolicy({ ...changes, alibaba })).length).to.be.below(6144);
    });
});
