import type { Cloud } from "./cloud";
import type { Connections, CloudName } from "./connections";
import { checkInputs, diffInputs, type PropertyChange } from "./inputs";
import { invokes } from "./invokes";
import type { CheckFailure } from "./kinds/validation";
import {
    createResource,
    deleteResource,
    previewCreate,
    previewUpdate,
    readResource,
    updateResource,
} from "./resources";
import { Empty, messages, PluginInfo, type providerMessages } from "./stubs";
import { messageOf, valuesOf, type Values } from "./values";

/** Above every version of either SDK: the engine warns of an older plugin. */
const version = "99.0.0";

/** The methods of a resource provider that the engine calls; `peer` names the connection, `ended` is aborted with it. */
export interface Methods {
    /** The engine says its address; a stand-in has nothing to tell it. */
    attach(): object;
    getPluginInfo(): object;
    checkConfig(request: providerMessages.CheckRequest): object;
    diffConfig(): object;
    configure(request: providerMessages.ConfigureRequest, peer: string): object;
    invoke(request: providerMessages.InvokeRequest, peer: string): object;
    check(request: providerMessages.CheckRequest): object;
    diff(request: providerMessages.DiffRequest): object;
    create(request: providerMessages.CreateRequest, peer: string, ended: AbortSignal): Promise<object>;
    read(request: providerMessages.ReadRequest, peer: string): object;
    update(request: providerMessages.UpdateRequest, peer: string, ended: AbortSignal): Promise<object>;
    delete(request: providerMessages.DeleteRequest, peer: string, ended: AbortSignal): Promise<object>;
    cancel(): object;
}

export function methodsOf(connections: Connections): Methods {
    const cloudFor = (request: Writing, peer: string, ended: AbortSignal): Cloud => {
        const { token } = partsOf(request.getUrn());
        return connections.cloudOf(peer, cloudOf(token), { ended, timeoutSeconds: request.getTimeout() });
    };
    return {
        attach: () => new Empty(),
        getPluginInfo() {
            const info = new PluginInfo();
            info.setVersion(version);
            return info;
        },
        checkConfig: (request) => checkResponse(valuesOf(request.getNews()), []),
        diffConfig: () => diffResponse([]),
        configure(request, peer) {
            const settings = valuesOf(request.getArgs());
            for (const cloud of cloudsOf(request)) {
                connections.configure(peer, cloud, settings);
            }
            const response = new messages.ConfigureResponse();
            response.setSupportspreview(true);
            // Without secrets the engine itself marks outputs of the same name, as with the real providers' older protocol.
            response.setAcceptsecrets(false);
            return response;
        },
        invoke(request, peer) {
            const invoke = invokes.get(request.getTok());
            if (invoke === undefined) {
                throw new Error(`The simulator does not know the data source ${request.getTok()}.`);
            }
            const response = new messages.InvokeResponse();
            const cloud = connections.cloudOf(peer, cloudOf(request.getTok()));
            response.setReturn(messageOf(invoke(cloud, valuesOf(request.getArgs()))));
            return response;
        },
        check(request) {
            const { token, name } = partsOf(request.getUrn());
            const { inputs, failures } = checkInputs(
                token,
                name,
                valuesOf(request.getOlds()),
                valuesOf(request.getNews()),
            );
            return checkResponse(inputs, failures);
        },
        diff(request) {
            const state = valuesOf(request.getOlds());
            const olds = { inputs: valuesOf(request.getOldInputs() ?? request.getOlds()), state };
            const { token } = partsOf(request.getUrn());
            return diffResponse(diffInputs(token, olds, valuesOf(request.getNews()), request.getIgnorechangesList()));
        },
        async create(request, peer, ended) {
            const { token, name } = partsOf(request.getUrn());
            const inputs = valuesOf(request.getProperties());
            const response = new messages.CreateResponse();
            if (request.getPreview()) {
                response.setProperties(messageOf(previewCreate(token, inputs)));
                return response;
            }
            const { id, outputs } = await createResource(cloudFor(request, peer, ended), token, name, inputs);
            response.setId(id);
            response.setProperties(messageOf(outputs));
            return response;
        },
        read(request, peer) {
            const { token } = partsOf(request.getUrn());
            const cloud = connections.cloudOf(peer, cloudOf(token));
            const [olds, oldInputs] = [valuesOf(request.getProperties()), valuesOf(request.getInputs())];
            const found = readResource(cloud, token, request.getId(), olds, oldInputs);
            const response = new messages.ReadResponse();
            if (found !== undefined) {
                response.setId(request.getId());
                response.setProperties(messageOf(found.outputs));
                response.setInputs(messageOf(found.inputs));
            }
            return response;
        },
        async update(request, peer, ended) {
            const { token } = partsOf(request.getUrn());
            const [olds, news] = [valuesOf(request.getOlds()), valuesOf(request.getNews())];
            const response = new messages.UpdateResponse();
            const outputs = request.getPreview()
                ? previewUpdate(olds, news)
                : await updateResource(cloudFor(request, peer, ended), token, request.getId(), olds, news);
            response.setProperties(messageOf(outputs));
            return response;
        },
        async delete(request, peer, ended) {
            const { token } = partsOf(request.getUrn());
            const state = valuesOf(request.getProperties());
            await deleteResource(cloudFor(request, peer, ended), token, request.getId(), state);
            return new Empty();
        },
        // The engine cancels at the end of every update; this server serves the next one too.
        cancel: () => new Empty(),
    };
}

type Writing = providerMessages.CreateRequest | providerMessages.UpdateRequest | providerMessages.DeleteRequest;

/** Which provider it is only the names of its variables say; without any it may be either. */
function cloudsOf(request: providerMessages.ConfigureRequest): CloudName[] {
    const names = request
        .getVariablesMap()
        .toObject()
        .map(([name]) => name);
    const clouds: CloudName[] = ["aws", "alicloud"];
    return clouds.filter((cloud) => names.length === 0 || names.some((name) => name.startsWith(`${cloud}:`)));
}

function cloudOf(token: string): CloudName {
    return token.startsWith("aws:") ? "aws" : "alicloud";
}

/** `urn:pulumi:stack::project::parent$type::name` */
function partsOf(urn: string): { token: string; name: string } {
    const [, , types = "", ...name] = urn.split("::");
    return { token: types.split("$").at(-1) ?? "", name: name.join("::") };
}

function checkResponse(inputs: Values, failures: CheckFailure[]): object {
    const response = new messages.CheckResponse();
    response.setInputs(messageOf(inputs));
    response.setFailuresList(
        failures.map(({ property, reason }) => {
            const failure = new messages.CheckFailure();
            failure.setProperty(property);
            failure.setReason(reason);
            return failure;
        }),
    );
    return response;
}

function diffResponse(changes: PropertyChange[]): object {
    const { DiffResponse, PropertyDiff } = messages;
    const response = new DiffResponse();
    const replaces = changes.filter((change) => change.replaces).map(({ property }) => property);
    response.setChanges(changes.length > 0 ? DiffResponse.DiffChanges.DIFF_SOME : DiffResponse.DiffChanges.DIFF_NONE);
    response.setReplacesList(replaces);
    response.setDiffsList(changes.map(({ property }) => property));
    response.setHasdetaileddiff(true);
    for (const { property, kind, replaces: replacing } of changes) {
        const difference = new PropertyDiff();
        const { Kind } = PropertyDiff;
        const kinds = {
            add: replacing ? Kind.ADD_REPLACE : Kind.ADD,
            update: replacing ? Kind.UPDATE_REPLACE : Kind.UPDATE,
            delete: replacing ? Kind.DELETE_REPLACE : Kind.DELETE,
        };
        difference.setKind(kinds[kind]);
        difference.setInputdiff(true);
        response.getDetaileddiffMap().set(property, difference);
    }
    return response;
}
