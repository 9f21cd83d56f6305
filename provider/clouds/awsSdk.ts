import type * as directConnect from "./awsClients/directConnect";
import type * as ec2 from "./awsClients/ec2";
import type * as sts from "./awsClients/sts";

/**
 * The clients of AWS's SDK, each to be loaded by its first call. A file of `awsClients` names what is called of one: so a bundle leaves the rest of it out
 * (`tools/bundleHost.mjs`); and where nothing is bundled, `import()` reads that short text for the names that it exports, and not the client's own of 2 MB
 * (measured with Node.js 20: EC2 in 213 ms and 71 MB instead of 444 ms and 88 MB).
 */

export type DirectConnectSdk = typeof directConnect;
export type Ec2Sdk = typeof ec2;
export type StsSdk = typeof sts;

export function directConnectSdk(): Promise<DirectConnectSdk> {
    return import("./awsClients/directConnect.js");
}

export function ec2Sdk(): Promise<Ec2Sdk> {
    return import("./awsClients/ec2.js");
}

export function stsSdk(): Promise<StsSdk> {
    return import("./awsClients/sts.js");
}
