import { expect } from "chai";

import { startCen, unknownAttachment, type CenServer } from "./alibabaCen";
import { at, fieldsOf, type Query } from "./alibabaServer";

const illegalKey = "IllegalParam.TagKey 400: The tag keys are not valid.";

describe("tags of attachments on the Alibaba Cloud wire", () => {
    let server: CenServer;

    beforeEach(async () => {
        server = await startCen();
    });

    afterEach(() => server.close());

    const ofVbr = (id: string, more: Query = {}): Query => ({
        ResourceType: "TransitRouterVbrAttachment",
        "ResourceId.1": id,
        ...more,
    });
    const tagsOf = async (query: Query): Promise<unknown[][]> =>
        fieldsOf(
            at(await server.call("cbn", "ListTagResources", query), "TagResources", "TagResource"),
            "TagKey",
            "TagValue",
        );

    it("are set, overwritten, listed and removed", async () => {
        const id = await server.attach({ "Tag.1.Key": "team", "Tag.1.Value": "a" });
        const tags = { "Tag.1.Key": "team", "Tag.1.Value": "b", "Tag.2.Key": "cost" };
        await server.call("cbn", "TagResources", ofVbr(id, tags));
        expect(await tagsOf(ofVbr(id))).to.deep.equal([
            ["team", "b"],
            ["cost", ""],
        ]);
        await server.call("cbn", "UntagResources", ofVbr(id, { "TagKey.1": "team" }));
        expect(await tagsOf(ofVbr(id))).to.deep.equal([["cost", ""]]);
        await server.call("cbn", "UntagResources", ofVbr(id, { All: "true" }));
        expect(await tagsOf(ofVbr(id))).to.deep.equal([]);
    });

    it("are found by tag, with or without a value", async () => {
        await server.attach({ "Tag.1.Key": "team", "Tag.1.Value": "a" });
        const by = (Key: string, Value?: string): Promise<unknown[][]> =>
            tagsOf({ ResourceType: "TransitRouterVbrAttachment", "Tag.1.Key": Key, "Tag.1.Value": Value });
        expect(await by("team")).to.deep.equal([["team", "a"]]);
        expect(await by("team", "a")).to.deep.equal([["team", "a"]]);
        expect(await by("team", "b")).to.deep.equal([]);
        expect(await by("cost")).to.deep.equal([]);
    });

    it("are refused where they are none", async () => {
        const id = await server.attach();
        const refusal = (more: Query): Promise<string> => server.refusal("cbn", "TagResources", ofVbr(id, more));
        const key = { "Tag.1.Key": "team" };
        expect(await refusal({ ResourceType: undefined, ...key })).to.match(/^MissingResourceType 400: /);
        expect(await refusal({ ResourceType: "Cloud", ...key })).to.match(/^InvalidResourceType\.NotFound 404: /);
        const untagged = ofVbr(id, { ResourceType: "Cloud", "TagKey.1": "team" });
        expect(await server.refusal("cbn", "UntagResources", untagged)).to.match(
            /^InvalidResourceType\.NotFound 404: /,
        );
        expect(await refusal({ ResourceType: "TransitRouterVpcAttachment", ...key })).to.equal(unknownAttachment);
        expect(await refusal({ "ResourceId.1": undefined, ...key })).to.match(/^MissingResourceId 400: /);
        expect(await refusal({ "ResourceId.1": "tr-attach-none", ...key })).to.equal(unknownAttachment);
        expect(await refusal({})).to.match(/^MissingTag 400: /);
        expect(await refusal({ "Tag.1.Key": "" })).to.equal(illegalKey);
        expect(await refusal({ "Tag.1.Key": "x".repeat(65) })).to.equal(illegalKey);
        expect(await refusal({ "Tag.1.Key": "http://a" })).to.equal(illegalKey);
        expect(await refusal({ ...key, "Tag.1.Value": "x".repeat(129) })).to.equal(
            "IllegalParam.TagValue 400: The tag values are not valid.",
        );
        expect(await refusal({ ...key, "Tag.2.Key": "team" })).to.match(/^Duplicate\.TagKey 400: /);
        const many = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`Tag.${n + 1}.Key`, `k${n}`]));
        expect(await refusal(many)).to.match(/^NumberExceed\.Tags 400: /);
        expect(await tagsOf(ofVbr(id))).to.deep.equal([]);
    });
});
