/** What no document says, and how this world answers it. Each is a switch: `assumed` or one of the alternatives. */
interface Guess {
    question: string;
    assumed: string;
    why: string;
    alternatives: readonly [string, ...string[]];
    /** Whether the outcome of a first `pulumi up` may depend on it: the end-to-end tests pass under every setting of these. */
    onThePath: boolean;
}

export const guesses = {
    orderOfWaits: {
        question: "whether the acceptance or the backend waits for the other",
        assumed: "independent",
        why: "The console guide tells to accept in one step and to wait for Running in another, and names no order. The alternatives: the backend starts only after AWS's acceptance, or offers the hosted connection only when it has finished.",
        alternatives: ["accept-first", "backend-first"],
        onThePath: true,
    },
    borderRouterOwner: {
        question: "who owns the VBR",
        assumed: "user",
        why: "The console shows it among the user's own.",
        alternatives: ["alibaba"],
        onThePath: true,
    },
    foreignBorderRouterGrant: {
        question: "whether a VBR of Alibaba Cloud's own account is granted to the buyer's CENs",
        assumed: "by-backend",
        why: "The console guide has the buyer attach the VBR to a CEN, and only the VBR's owner can grant it; so if Alibaba Cloud is the owner, its backend has to. Else nobody does before a ticket.",
        alternatives: ["none"],
        onThePath: true,
    },
    borderRouterGrantToOtherAccount: {
        question: "whether the account may grant its VBR to another account's CEN",
        assumed: "refused",
        why: "AttachCenChildInstance says that it cannot by default, and to ask the account manager; whether a buyer of this product has to is not said.",
        alternatives: ["allowed"],
        onThePath: false,
    },
    grantsToTransitRouters: {
        question: "whether a grant to a CEN is one to its Enterprise transit routers, too",
        assumed: "apart",
        why: "GrantInstanceToCen speaks of CEN instances, GrantInstanceToTransitRouter of transit routers of both editions (the page of its revocation names the Basic Edition), and each has a reading of its own; the console has one form for both.",
        alternatives: ["the-same"],
        onThePath: false,
    },
    circuitOwner: {
        question: "who owns the circuit",
        assumed: "alibaba",
        why: "The access point is shared by all customers, and the user never sees a port to patch.",
        alternatives: ["user"],
        onThePath: true,
    },
    borderRouterVlan: {
        question: "when the VBR shows its VLAN",
        assumed: "at-creation",
        why: "No VBR can be created without one (CreateVirtualBorderRouter requires VlanId), and the partner has told it to AWS with the hosted connection by then.",
        alternatives: ["when-running"],
        onThePath: true,
    },
    borderRouterTimes: {
        question: "how a VBR's times are written, all in UTC",
        assumed: "without-zone",
        why: "The documentation in the vendor's SDKs has the example 2021-06-08T12:20:55, older pages of DescribeVirtualBorderRouters 2016-05-26T11:57Z; other lists of VPC show seconds and a Z.",
        alternatives: ["to-the-minute", "to-the-second"],
        onThePath: false,
    },
    backendMakesBgp: {
        question: "whether the backend makes a BGP group and peer",
        assumed: "none",
        why: "The console guide has the user create both.",
        alternatives: ["group-and-peer"],
        onThePath: true,
    },
    acceptedConnection: {
        question: "what an accepted connection is until the backend is Running",
        assumed: "available",
        why: "AWS documents available after pending. Users have seen down (hashicorp/terraform-provider-aws#26565); that it is the far end which is missing is the guess.",
        alternatives: ["down-until-running"],
        onThePath: true,
    },
    busyTransitRouter: {
        question: "which error a write on a transit router gets while another one is under way",
        assumed: "Operation.Blocking",
        why: "No document says; terraform-provider-alicloud tries again after either of the two.",
        alternatives: ["IncorrectStatus.Status"],
        onThePath: true,
    },
    bgpAuthKeyReading: {
        question: "how a BGP group's key reads back",
        assumed: "readable",
        why: "DescribeBgpGroups and DescribeBgpPeers have a field AuthKey, and nothing says that it is masked.",
        alternatives: ["masked", "absent"],
        onThePath: true,
    },
    customLocalAsn: {
        question: "whether the account may choose the VBR's ASN",
        assumed: "refused",
        why: "The list of accounts is documented as closed until Alibaba Cloud opens it; whether a buyer of this product is on it is not.",
        alternatives: ["allowed"],
        onThePath: false,
    },
    fakeAsn: {
        question: "which ASN a BGP group with a fake one opens its sessions with",
        assumed: "another",
        why: "CreateBgpGroup says of IsFakeAsn that it lets a router whose ASN changes keep its sessions, so the number is not its own; which one it is, no parameter says.",
        alternatives: ["local-asn"],
        onThePath: false,
    },
    bfdSessions: {
        question: "whether the VBR has BFD sessions left",
        assumed: "left",
        why: "The error of the quota is documented (QuotaExceeded.BfdSession), its number is not; a new VBR has used none.",
        alternatives: ["exhausted"],
        onThePath: true,
    },
    detachWithVirtualInterface: {
        question: "what detaching a gateway does while a virtual interface ends in it",
        assumed: "refused",
        why: "Users report the refusal, and others a gateway that never leaves detaching.",
        alternatives: ["stays-detaching"],
        onThePath: true,
    },
    ec2WrongSignature: {
        question: "which error EC2 gives for a signature that does not match, so for a wrong secret",
        assumed: "AuthFailure",
        why: "Its error codes say that AuthFailure is for credentials that could not be validated, and users see it for wrong ones (javaquery/Examples#4); the same page lists SignatureDoesNotMatch, which users have seen as well (aws/aws-cli#134).",
        alternatives: ["SignatureDoesNotMatch"],
        onThePath: false,
    },
    cenMissingPermission: {
        question: "which error CEN gives for a missing permission",
        assumed: "Forbidden.RAM",
        why: "VPC's and ECS's error codes have it; those of CEN name none of RAM's, and STS's have NoPermission.",
        alternatives: ["NoPermission"],
        onThePath: false,
    },
    impossibleVirtualInterface: {
        question: "whether AWS refuses addresses that cannot work",
        assumed: "refused",
        why: "The service model names one exception for whatever is wrong with a request. Else the virtual interface is accepted, and never up.",
        alternatives: ["accepted"],
        onThePath: false,
    },
    peerOutsideSubnet: {
        question: "whether Alibaba Cloud refuses a BGP peer outside the VBR's subnet",
        assumed: "refused",
        why: "An error for an illegal peer address is documented, without saying which are. Else the peer is accepted, and never up.",
        alternatives: ["accepted"],
        onThePath: false,
    },
    lostRoute: {
        question: "how a transit router shows a route that lost to a better one",
        assumed: "Standby",
        why: "ListTransitRouterRouteEntries documents Standby and Candidate, without saying which of them a loser is.",
        alternatives: ["Candidate"],
        onThePath: false,
    },
    unknownOrder: {
        question: "how Alibaba Cloud answers for an order that it does not know",
        assumed: "success-false",
        why: "BSS answers business errors by HTTP 200 with Success=false.",
        alternatives: ["error"],
        onThePath: false,
    },
} as const satisfies Record<string, Guess>;

export type GuessName = keyof typeof guesses;

/** One setting of every guess. */
export type Guesses = {
    [Name in GuessName]: (typeof guesses)[Name]["assumed"] | (typeof guesses)[Name]["alternatives"][number];
};

export const defaultGuesses = Object.fromEntries(
    Object.entries(guesses).map(([name, { assumed }]) => [name, assumed]),
) as Guesses;
