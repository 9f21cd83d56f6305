import { expect } from "chai";

import { progressLine, type Stage } from "../../../../provider/reporting/progress";
import type { Reporter } from "../../../../provider/reporting/reporter";
import { sideBySide } from "../../../../provider/reporting/sideBySide";

const minute = 60_000;

const backend: Stage = {
    name: "backend",
    state: "Configuring",
    turn: { turn: "alibaba" },
    waitedMilliseconds: 12 * minute,
    limitMilliseconds: 45 * minute,
};
const connection: Stage = {
    ...backend,
    name: "hosted connection",
    state: "pending",
    turn: { turn: "aws", to: "set the port up" },
};
const ready: Stage = { ...connection, state: "ready", turn: undefined, waitedMilliseconds: 58_000 };

describe("a progress line", () => {
    it("begins with whose turn it is; then come the state, and the time that has passed of the limit", () => {
        expect(progressLine([backend])).to.equal("waiting for Alibaba Cloud | backend: Configuring | 12m of 45m");
    });

    it("says what a cloud is to do, where the state does not", () => {
        expect(progressLine([connection])).to.equal(
            "waiting for AWS to set the port up | hosted connection: pending | 12m of 45m",
        );
    });

    it("says what the user is to do", () => {
        const yours: Stage = { ...backend, name: "VBR", state: "not there", turn: { turn: "yours", to: "buy it" } };
        expect(progressLine([yours])).to.equal("your turn: buy it | VBR: not there | 12m of 45m");
    });

    it("shows two waits within 100 columns, also those of hours", () => {
        expect(progressLine([connection, backend])).to.equal(
            "waiting for both clouds | hosted connection: pending | backend: Configuring | 12m of 45m",
        );
        const hours = { waitedMilliseconds: 1439 * minute, limitMilliseconds: 1439 * minute };
        expect(
            progressLine([
                { ...connection, ...hours },
                { ...backend, ...hours },
            ]).length,
        ).to.be.at.most(100);
    });

    it("names one cloud where both waits are for it, and the user before any cloud", () => {
        const offered: Stage = { ...connection, state: "not there", turn: { turn: "alibaba", to: "offer it" } };
        expect(progressLine([offered, backend])).to.equal(
            "waiting for Alibaba Cloud | hosted connection: not there | backend: Configuring | 12m of 45m",
        );
        const yours: Stage = { ...backend, state: "not there", turn: { turn: "yours", to: "check the VBR's ID" } };
        expect(progressLine([offered, yours])).to.equal(
            "your turn: check the VBR's ID | hosted connection: not there | backend: not there | 12m of 45m",
        );
    });

    it("ends with what the states do not say, and with what is over", () => {
        expect(progressLine([ready, { ...backend, note: "throttled" }])).to.equal(
            "waiting for Alibaba Cloud | backend: Configuring | 12m of 45m | throttled | hosted connection: ready after 58s",
        );
    });

    it("says in the end what was waited for, and how long", () => {
        expect(progressLine([ready, { ...backend, state: "ready", turn: undefined }])).to.equal(
            "hosted connection: ready after 58s | backend: ready after 12m",
        );
    });

    it("stays one line of plain text, whatever things in the clouds are called", () => {
        const line = progressLine([{ ...backend, note: 'dxcon-1 "a\u001b[31m\r\nname"' }]);
        expect(line).to.equal('waiting for Alibaba Cloud | backend: Configuring | 12m of 45m | dxcon-1 "a [31m name"');
    });
});

describe("two waits side by side", () => {
    it("each show the other's last stage too, also once it is over", () => {
        const lines: string[] = [];
        const reporter: Reporter = {
            progress: (...stages) => lines.push(progressLine(stages)),
            warn: (line) => lines.push(`warn ${line}`),
            info: (line) => lines.push(`info ${line}`),
        };
        const [aws, alibaba] = sideBySide(reporter);
        alibaba.progress(backend);
        aws.progress(connection);
        aws.progress(ready);
        alibaba.progress({ ...backend, waitedMilliseconds: 13 * minute });
        aws.warn("slow");
        expect(lines).to.deep.equal([
            "waiting for Alibaba Cloud | backend: Configuring | 12m of 45m",
            "waiting for both clouds | hosted connection: pending | backend: Configuring | 12m of 45m",
            "waiting for Alibaba Cloud | backend: Configuring | 12m of 45m | hosted connection: ready after 58s",
            "waiting for Alibaba Cloud | backend: Configuring | 13m of 45m | hosted connection: ready after 58s",
            "warn slow",
        ]);
    });
});
