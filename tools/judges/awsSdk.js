// Judges every answer of the AWS wire by the schemas of the AWS SDK for JavaScript.
"use strict";

const directconnect = require("@aws-sdk/client-direct-connect");
const ec2 = require("@aws-sdk/client-ec2");
const awsSts = require("@aws-sdk/client-sts");
const { parseXML } = require("@aws-sdk/xml-builder");

const problemsOf = require("./schemaWalk");

const json = "application/x-amz-json-1.1";
const xml = "text/xml";

/** How each service wraps its answers; `errorOf` answers undefined where an error is not wrapped as its protocol says. */
const services = {
    directconnect: {
        sdk: directconnect,
        format: "json",
        contentType: json,
        parse: JSON.parse,
        resultOf: (answer) => answer,
        errorOf: ({ __type: code, message, ...rest }) => (isEmpty(rest) ? { code, message } : undefined),
    },
    ec2: {
        sdk: ec2,
        format: "xml",
        contentType: xml,
        parse: parseXML,
        resultOf(answer, action) {
            const { requestId, return: succeeded, ...result } = answer[`${action}Response`] ?? {};
            // An action without a result says `<return>true</return>`, which no model has (Amazon EC2 API Reference, AttachVpnGateway and others).
            return requestId === undefined
                ? undefined
                : succeeded === "true" || succeeded === undefined
                  ? result
                  : answer;
        },
        errorOf({ Response: { Errors, RequestID } = {} }) {
            const { Code: code, Message: message, ...rest } = Errors?.Error ?? {};
            return typeof RequestID === "string" && isEmpty(rest) ? { code, message } : undefined;
        },
    },
    awsSts: {
        sdk: awsSts,
        format: "xml",
        contentType: xml,
        parse: parseXML,
        resultOf(answer, action) {
            const response = answer[`${action}Response`] ?? {};
            return response.ResponseMetadata?.RequestId === undefined ? undefined : response[`${action}Result`];
        },
        errorOf({ ErrorResponse: { Error, RequestId } = {} }) {
            const { Type: type, Code: code, Message: message, ...rest } = Error ?? {};
            const isWhole = typeof RequestId === "string" && isEmpty(rest) && ["Sender", "Receiver"].includes(type);
            return isWhole ? { code, message } : undefined;
        },
    },
};

/** Documented, and in the models that botocore judges by, but not yet in the npm package. */
const newerThanThisSdk = ["ListVirtualInterfaceRoutes"];

/** Answers how many exchanges it judged, and the problems. */
function judge({ exchanges, commonErrors }) {
    const ours = exchanges.filter(({ cloud }) => cloud === "aws");
    const problems = ours.flatMap((exchange) => {
        const { service, action, status } = exchange;
        return problemsOfExchange(exchange, commonErrors).map((problem) => ({ service, action, status, ...problem }));
    });
    return { judged: ours.length, problems };
}

function problemsOfExchange({ service, action, status, headers, body }, commonErrors) {
    const contentType = headers["content-type"]?.split(";")[0];
    const wire = services[service ?? serviceOf(contentType, body)];
    if (wire === undefined) {
        // The refusal of CBOR: its client reads no further than the status and this.
        return contentType === "application/cbor" && status === 415
            ? []
            : [{ path: "", said: `is ${contentType ?? "of no type"}, which no protocol of these services is` }];
    }
    if (contentType !== wire.contentType) {
        return [{ path: "content-type", said: `is ${contentType}, not ${wire.contentType}` }];
    }
    let answer;
    try {
        answer = wire.parse(body);
    } catch (error) {
        return [{ path: "", said: `cannot be read: ${error.message}` }];
    }
    return status === 200
        ? problemsOfResult(wire, action, answer)
        : problemsOfError(wire, service, wire.errorOf(answer), status, commonErrors);
}

/** Where a request names no service, its refusal may be in any protocol. */
function serviceOf(contentType, body) {
    if (contentType === json) {
        return "directconnect";
    }
    return contentType === xml ? (body.startsWith("<ErrorResponse>") ? "awsSts" : "ec2") : undefined;
}

function problemsOfResult(wire, action, answer) {
    const operation = wire.sdk[`${action}$`];
    if (operation?.[0] !== 9) {
        return newerThanThisSdk.includes(action)
            ? []
            : [{ path: "", said: "is an answer to an action that the model does not have" }];
    }
    const result = wire.resultOf(answer, action);
    return result === undefined
        ? [{ path: "", said: "is not wrapped as the protocol says, with a request ID" }]
        : problemsOf(result, operation[5](), wire.format);
}

function problemsOfError(wire, service, error, status, commonErrors) {
    if (typeof error?.code !== "string" || typeof error.message !== "string") {
        return [{ path: "", said: "is an error that is not wrapped as the protocol says" }];
    }
    const { code } = error;
    const modelled = modelledErrorsOf(wire.sdk);
    // EC2 models no error.
    if (modelled.size > 0 && service !== undefined && !modelled.has(code) && !commonErrors[service].includes(code)) {
        return [{ path: "code", said: `is ${code}, which the model does not have and no common error is` }];
    }
    return status >= 400 ? [] : [{ path: "status", said: `is ${status} for the error ${code}` }];
}

/** With the codes that the query protocol uses for them, and without the base of them all. */
function modelledErrorsOf(sdk) {
    return new Set(
        Object.entries(sdk)
            .filter(([name, schema]) => name.endsWith("$") && schema[0] === -3 && !name.endsWith("ServiceException$"))
            .map(([, [, , name, traits]]) => traits.awsQueryError?.[0] ?? name),
    );
}

function isEmpty(members) {
    return Object.keys(members).length === 0;
}

module.exports = judge;
