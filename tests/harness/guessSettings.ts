import { defaultGuesses, guesses, type GuessName, type Guesses } from "../../simulator/world/guesses";

/** Under these the main job ends in one line that says what is missing; each has a test of its own. */
const refused: ((setting: Partial<Guesses>) => boolean)[] = [
    // A foreign VBR cannot be given a BGP group.
    ({ borderRouterOwner, backendMakesBgp }) => borderRouterOwner === "alibaba" && backendMakesBgp === "none",
    // A foreign VBR cannot be attached without its owner's grant.
    ({ borderRouterOwner, foreignBorderRouterGrant }) =>
        borderRouterOwner === "alibaba" && foreignBorderRouterGrant === "none",
    // A key of the backend's that cannot be read cannot be handed to AWS.
    ({ backendMakesBgp, bgpAuthKeyReading }) =>
        backendMakesBgp === "group-and-peer" && bgpAuthKeyReading !== "readable",
    // Without a VLAN nothing tells which connection to accept, and the backend waits for the acceptance.
    ({ borderRouterVlan, orderOfWaits }) => borderRouterVlan === "when-running" && orderOfWaits === "accept-first",
];

const namesOnThePath = (Object.keys(guesses) as GuessName[]).filter((name) => guesses[name].onThePath);

/** Every combination of the answers that the main job depends on, those aside under which the link cannot come up. */
export function healthySettings(): Guesses[] {
    return namesOnThePath
        .reduce<Record<string, string>[]>(
            (settings, name) =>
                [guesses[name].assumed, ...guesses[name].alternatives].flatMap((answer) =>
                    settings.map((setting) => ({ ...setting, [name]: answer })),
                ),
            [{}],
        )
        .map((setting) => ({ ...defaultGuesses, ...setting }))
        .filter((setting) => !refused.some((applies) => applies(setting)));
}

/** Any two answers in it. */
export function pairsOf(setting: Guesses): string[] {
    return namesOnThePath.flatMap((one, index) =>
        namesOnThePath.slice(index + 1).map((other) => `${one} ${setting[one]}, ${other} ${setting[other]}`),
    );
}

/**
 * Few worlds that hold every pair of answers which any healthy one holds: each next is the one with the most new pairs. (Of the libraries for it, one
 * that takes constraints left pairs out.)
 */
export function pairwiseSettings(): Guesses[] {
    const all = healthySettings().map((setting) => ({ setting, pairs: pairsOf(setting) }));
    const missing = new Set(all.flatMap(({ pairs }) => pairs));
    const chosen: Guesses[] = [];
    while (missing.size > 0) {
        const counted = all.map((each) => ({ ...each, news: each.pairs.filter((pair) => missing.has(pair)).length }));
        const best = counted.reduce((better, each) => (each.news > better.news ? each : better));
        chosen.push(best.setting);
        best.pairs.forEach((pair) => missing.delete(pair));
    }
    return chosen;
}

/** What differs from the usual world, for a test's title. */
export function differences(setting: Guesses): string {
    const names = Object.keys(guesses) as GuessName[];
    const different = names.filter((name) => setting[name] !== defaultGuesses[name]);
    return different.map((name) => `${name} ${setting[name]}`).join(", ") || "everything as assumed";
}
