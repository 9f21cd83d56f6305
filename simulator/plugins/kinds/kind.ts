import type { Cloud } from "../cloud";
import type { Values } from "../values";
import type { Validation } from "./validation";

/** An official resource of this job, acting on the world. */
export interface ResourceKind {
    /** Terraform's ForceNew: a change of one, or an unknown in one, previews as a replacement. */
    replaceOnly: readonly string[];
    /** Terraform's Optional and Computed: left out of the program, it stays as it is. */
    computed: readonly string[];
    /** Terraform's Default, and the zero value of an attribute that is Optional alone: left out of the program, it goes back to it. */
    defaults?: Values;
    /** Terraform's ValidateFunc. */
    validations?: readonly Validation[];
    /** Terraform's ExactlyOneOf: each a group of arguments of which one is given. */
    exactlyOneOf?: readonly string[][];
    /** false: Terraform has no importer for it. */
    importable?: false;
    /** Makes it, waits as the official resource waits, and answers its ID; `made` hears it as soon as the cloud has it. */
    create(cloud: Cloud, inputs: Values, made: (id: string) => void): Promise<string>;
    /** Everything that is known of it, inputs and outputs; undefined: it is gone. */
    read(cloud: Cloud, id: string): Values | undefined;
    /** Changes in place what is not replace-only; without it there is nothing to call. */
    update?(cloud: Cloud, id: string, olds: Values, news: Values): Promise<void>;
    delete(cloud: Cloud, id: string, state: Values): Promise<void>;
}
