import { randomBytes } from "node:crypto";

import type { AlibabaState } from "./alibabaState";
import type { AwsState } from "./awsState";
import type { WorldClock } from "./clock";
import { defaultGuesses, type Guesses } from "./guesses";
import { defaultDurations, defaultQuotas, type Durations, type Quotas } from "./limits";
import { rememberLists } from "./listings";
import type { Policy } from "../permissions/policy";
import { settle } from "./physics";

/** Who calls: what a verified signature proves. */
export interface Caller {
    cloud: "aws" | "alibaba";
    accountId: string;
    region: string;
    /** ARN of the user or assumed role. */
    arn: string;
    accessKeyId: string;
    /** What the user may do; undefined: everything. */
    policies?: readonly Policy[] | undefined;
}

/** One line of the action log, against which policies and call counts are tested. */
export interface ActionRecord {
    at: number;
    service: string;
    action: string;
    accountId: string;
    mutating: boolean;
    /** Plain parameters; values of secrets are replaced by `***`. */
    input: Record<string, unknown>;
    /** "ok" or the vendor's error code. */
    outcome: string;
    via: "wire" | "plugin";
}

/**
 * Steps in at the two instants of a call: when it has arrived, and when it has taken effect and its answer is still to leave. What it throws is
 * the answer.
 */
export interface CallWatcher {
    arrived?(call: ActionRecord): void;
    done?(call: ActionRecord, output: Record<string, unknown>): void;
}

/** Accounts that exist. Their access keys live in the wire's key store. */
export interface Accounts {
    awsAccountId: string;
    alibabaAccountId: string;
    /** The account of Alibaba Cloud itself, owner of circuits. */
    alibabaVendorAccountId: string;
}

/** What differs from the defaults. */
export interface WorldOptions {
    durations?: Partial<Durations>;
    quotas?: Partial<Quotas>;
    guesses?: Partial<Guesses>;
}

/** Both clouds and the circuit between them. Knows nothing of the wire. */
export class World {
    readonly aws: AwsState = {
        connections: new Map(),
        virtualInterfaces: new Map(),
        failoverTests: new Map(),
        vpnGateways: new Map(),
        vpnConnections: new Map(),
        vpcs: new Map(),
        subnets: new Map(),
        routeTables: new Map(),
        directConnectGateways: new Map(),
        securityGroups: new Map(),
        networkAcls: new Map(),
    };
    readonly alibaba: AlibabaState = {
        circuits: new Map(),
        borderRouters: new Map(),
        bgpGroups: new Map(),
        bgpPeers: new Map(),
        vpcs: new Map(),
        vpcRouteTables: new Map(),
        securityGroups: new Map(),
        networkAcls: new Map(),
        cens: new Map(),
        transitRouters: new Map(),
        routeTables: new Map(),
        attachments: new Map(),
        cenChildren: [],
        routeMaps: new Map(),
        grants: [],
        outboundBillingOpened: new Set(),
        accessPoints: [],
        orders: new Map(),
    };
    readonly accounts: Accounts = {
        awsAccountId: "123456789012",
        alibabaAccountId: "1234567890123456",
        alibabaVendorAccountId: "1000000000000001",
    };
    readonly log: ActionRecord[] = [];
    readonly watchers = new Set<CallWatcher>();
    readonly durations: Durations;
    readonly quotas: Quotas;
    readonly guesses: Guesses;

    constructor(
        readonly clock: WorldClock,
        options: WorldOptions = {},
    ) {
        this.durations = { ...defaultDurations, ...options.durations };
        this.quotas = { ...defaultQuotas, ...options.quotas };
        this.guesses = { ...defaultGuesses, ...options.guesses };
    }

    /** A new identifier in the vendor's form: `newId("dxvif-", 8)`. */
    newId(prefix: string, length: number): string {
        return prefix + randomBytes(length).toString("hex").slice(0, length);
    }

    /** Lets the physics follow a change: BGP sessions and routes. Call it after every change of state. */
    changed(): void {
        settle(this);
        rememberLists(this);
    }

    /** A change that takes effect `seconds` from now, and is followed by the physics. */
    later(seconds: number, change: () => void): void {
        this.clock.after(seconds, () => {
            change();
            this.changed();
        });
    }
}
