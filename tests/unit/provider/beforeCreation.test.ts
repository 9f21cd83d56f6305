import { expect } from "chai";

import { refuseUnmanaged } from "../../../provider/beforeCreation";
import { currentLimit } from "../../../provider/waiting/timeLimit";
import { errorOf } from "../../support/rejects";

const configuration = { get: () => undefined };

describe("a look before an official resource is made", () => {
    it("has a minute for all of its calls: nobody can interrupt a hook", async () => {
        let leftMilliseconds = Infinity;
        await refuseUnmanaged(
            () => {
                leftMilliseconds = currentLimit().endsAt - Date.now();
                return Promise.resolve(undefined);
            },
            {},
            configuration,
        );
        expect(leftMilliseconds).to.be.within(59_000, 60_000);
    });

    it("refuses with the text of what it has found", async () => {
        const error = await errorOf(refuseUnmanaged(() => Promise.resolve("There is one already."), {}, configuration));
        expect(error.message).to.equal("There is one already.");
    });
});
