import { expect } from "chai";

import { requireKnownParameters, requireParameters } from "../../simulator/aws/ec2/parameters";
import { parseForm } from "../../simulator/form";

describe("names in a request that mean something else elsewhere", () => {
    it("are parameters where they are numbers: what an action is asked for is no list", () => {
        expect(parseForm(new URLSearchParams("0=a&1=b"))).to.deep.equal({ 0: "a", 1: "b" });
        expect(parseForm(new URLSearchParams("Id.2=b&Id.1=a"))).to.deep.equal({ Id: ["a", "b"] });
    });

    it("are actions without parameters where they are called like a member of every object", () => {
        for (const action of ["toString", "constructor", "__proto__"]) {
            requireParameters(action, {});
            expect(() => requireKnownParameters(action, { VpcId: "vpc-1" })).to.throw(
                "The parameter VpcId is not recognized",
            );
        }
    });
});
