import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";

import { closeWires } from "../faults/handlers/bench";
import { drawPictures } from "../harness/pictures";
import { root } from "../harness/project";

describe("the pictures of docs/", () => {
    after(closeWires);

    it("are what the command draws; after a change of it: npm run pictures", async () => {
        for (const [file, text] of Object.entries(await drawPictures())) {
            expect(readFileSync(path.join(root, "docs", file), "utf8"), file).to.equal(text);
            expect(text).not.to.include("a-key-of-both-sides");
        }
    });
});
