import { expect } from "chai";

import type { ServiceName } from "../../../simulator/action";
import { permissions } from "../../../simulator/permissions/authorize";
import { actionsOf } from "../../../simulator/services";

describe("what policies are asked for a call", () => {
    for (const [service, { actions }] of Object.entries(permissions)) {
        it(`is known of every action of ${service}, and of no other`, () => {
            expect(Object.keys(actions).sort()).to.deep.equal(actionsOf(service as ServiceName).sort());
        });
    }
});
