import { expect } from "chai";

import { listen, type Listening } from "../../simulator/listen";
import { openSocket, untilClosed } from "./openConnections";

describe("a client that is too slow", () => {
    let server: Listening;

    beforeEach(async () => {
        const timeouts = { headersTimeout: 50, requestTimeout: 100, connectionsCheckingInterval: 10 };
        server = await listen((request) => request.resume(), 0, timeouts);
    });

    afterEach(() => server.close());

    for (const [what, text] of [
        ["header", "POST / HTTP/1.1\r\nhost: "],
        ["body", "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\nhalf"],
    ] as const) {
        it(`is told so and let go when its ${what} never ends`, async () => {
            const socket = await openSocket(server.port);
            socket.write(text);
            expect(await untilClosed(socket)).to.match(/^HTTP\/1\.1 408 Request Timeout\r\nConnection: close\r\n/);
        });
    }
});
