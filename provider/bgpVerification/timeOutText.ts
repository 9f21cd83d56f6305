import { viewOf, type Ends } from "./find";

/** Both sides' last words, how often the session came up and fell meanwhile, and what keeps it down. */
export function timeOutText(ends: Ends, falls: number, causes: string): string {
    const { aws, alibaba } = viewOf(ends);
    const said = `AWS: connection ${aws.connectionState}, virtual interface ${aws.virtualInterfaceState}, BGP ${aws.bgpStatus}; Alibaba Cloud: circuit ${alibaba.circuitStatus} and ${alibaba.businessStatus}, VBR ${alibaba.borderRouterStatus}, BGP ${alibaba.bgpStatus}.`;
    const flapping =
        falls === 0 ? "" : `It came up and fell ${falls === 1 ? "once" : `${falls} times`}, which is not up. `;
    return `${said} ${flapping}${causes} Then run pulumi up again; it goes on where it stopped.`;
}
