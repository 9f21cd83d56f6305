"""Judges every answer of the AWS wire by botocore's service models, and by what botocore's own parsers make of it."""

import json
import re
from xml.etree import ElementTree

import botocore.session
from botocore.parsers import ResponseParserError, create_parser
from botocore.validate import ParamValidator

from verdict import LEVELS_OF_THE_PRODUCT, join, judge

# The protocol that each service's simulator speaks; a model may name others first.
SERVICES = {"directconnect": ("directconnect", "json"), "ec2": ("ec2", "ec2"), "awsSts": ("sts", "query")}
INTEGERS = {"integer": 2**31, "long": 2**63}
ISO_8601 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")

# The model wants one tag at least, for requests: what users published of real answers has `"tags": []` (NetBrain's samples of
# DescribeVirtualInterfaces, among others).
EMPTY_TAGS = re.compile(r"Invalid length for parameter (\S*\.)?tags, value: 0, valid min length: 1")

# Of a world whose clouds say a state that no document names (simulator/world/listings.ts).
UNKNOWN_STATE = "unheard-of"

# Of every request of the query protocols.
QUERY_PARAMETERS = {"Action", "Version"}

session = botocore.session.get_session()
models = {service: session.get_service_model(name) for service, (name, _) in SERVICES.items()}


def problems_of(exchange, common_errors):
    service, action = exchange.get("service"), exchange.get("action")
    if service not in SERVICES or action not in models[service].operation_names:
        # Its refusal has no model. What a refusal looks like is judged by the SDK for JavaScript.
        if exchange["status"] == 200:
            yield "", "is an answer to an action that the model does not have"
        return
    operation = models[service].operation_model(action)
    parser = create_parser(SERVICES[service][1])
    response = {"status_code": exchange["status"], "headers": exchange["headers"], "body": exchange["body"].encode()}
    try:
        parsed = parser.parse(response, operation.output_shape)
    except ResponseParserError as error:
        yield "", f"cannot be parsed: {error}"
        return
    if exchange["status"] == 200:
        yield from problems_of_result(service, exchange["body"], parsed, operation)
        # EC2 refuses what it does not know. The others overlook it, as tests show on purpose: there only the product's own requests are judged.
        if service == "ec2" or exchange["level"] in LEVELS_OF_THE_PRODUCT:
            for name in sorted({name.split(".")[0] for name in exchange.get("parameters") or {}}):
                if not is_parameter(service, action, name):
                    yield f"(request) {name}", "is no parameter of the model, and was accepted"
    else:
        yield from problems_of_error(service, exchange["status"], parsed, operation, common_errors)


def problems_of_result(service, body, parsed, operation):
    metadata = parsed.pop("ResponseMetadata", {})
    if not metadata.get("RequestId"):
        yield "RequestId", "is missing"
    shape = operation.output_shape
    if service == "directconnect":
        yield from walk_json(json.loads(body), shape, "")
    else:
        yield from walk_answer(service, ElementTree.fromstring(body), operation)
    if shape is not None:
        report = ParamValidator().validate(parsed, shape)
        for line in report.generate_report().splitlines():
            if not EMPTY_TAGS.fullmatch(line):
                yield "", f"as botocore parses it: {line}"


def problems_of_error(service, status, parsed, operation, common_errors):
    code = parsed["Error"]["Code"]
    if not code or not parsed["Error"].get("Message"):
        yield "", "is an error without code or message, as botocore parses it"
        return
    # EC2 models no error.
    if service == "ec2" or code in common_errors:
        return
    modelled = {shape.error_code: shape for shape in operation.error_shapes}
    if code not in modelled:
        yield "code", f"is {code}, which the model does not have for this action and no common error is"
        return
    stated = modelled[code].metadata.get("error", {}).get("httpStatusCode", status)
    if stated != status and (service, code) not in OTHER_STATUS:
        yield "status", f"is {status} for {code}, where the model has {stated}"


# Where the API reference contradicts the model's status.
OTHER_STATUS = {
    # "HTTP Status Code: 400" on every action's page, https://docs.aws.amazon.com/directconnect/latest/APIReference/API_DescribeConnections.html
    ("directconnect", "DirectConnectServerException"),
}


def walk_json(value, shape, path):
    kind = shape.type_name
    if kind == "structure":
        if not isinstance(value, dict):
            yield path, f"is no structure {shape.name}"
            return
        members = {member.serialization.get("name", name): member for name, member in shape.members.items()}
        yield from missing(shape, value, path)
        for name, entry in value.items():
            if name in members:
                yield from walk_json(entry, members[name], join(path, name))
            else:
                yield join(path, name), f"is no member of {shape.name}"
    elif kind == "list":
        if not isinstance(value, list):
            yield path, f"is no list {shape.name}"
            return
        for entry in value:
            yield from walk_json(entry, shape.member, f"{path}[]")
    elif kind == "string":
        yield from check_string(value, shape, path)
    elif kind in INTEGERS:
        if not isinstance(value, int) or isinstance(value, bool):
            yield path, f"is {json.dumps(value)}, where the model has {kind} {shape.name}"
        else:
            yield from check_range(value, shape, path)
    elif kind == "timestamp":
        # Without a format of its own, awsJson sends seconds since 1970.
        if not isinstance(value, (int, float)) or isinstance(value, bool) or shape.serialization.get("timestampFormat"):
            yield path, f"is {json.dumps(value)}, where the model has a timestamp in seconds"
    elif kind == "boolean":
        if not isinstance(value, bool):
            yield path, f"is {json.dumps(value)}, where the model has boolean {shape.name}"
    else:
        raise NotImplementedError(f"{kind} {shape.name}")


def walk_answer(service, root, operation):
    """Unwraps the result: EC2 beside its request ID, STS in an element of its own."""
    if local(root) != f"{operation.name}Response":
        yield local(root), f"is not {operation.name}Response"
        return
    if service == "awsSts":
        wrapper = operation.output_shape.serialization["resultWrapper"]
        for child in root:
            if local(child) == wrapper:
                yield from walk_xml(child, operation.output_shape, "")
            elif local(child) != "ResponseMetadata":
                yield local(child), f"is neither {wrapper} nor ResponseMetadata"
        return
    root[:] = [child for child in root if local(child) != "requestId"]
    if operation.output_shape is not None:
        yield from walk_xml(root, operation.output_shape, "")
        return
    # An action without a result says <return>true</return> (Amazon EC2 API Reference, AttachVpnGateway and others).
    for child in root:
        if local(child) != "return" or child.text != "true":
            yield local(child), "is in the answer to an action without a result"


def walk_xml(element, shape, path):
    kind = shape.type_name
    if kind == "structure":
        members = {member.serialization.get("name", name): member for name, member in shape.members.items()}
        yield from missing(shape, {local(child): child for child in element}, path)
        if (element.text or "").strip():
            yield path, f"is text, where the model has {shape.name}"
        seen = set()
        for child in element:
            name = local(child)
            if name not in members:
                yield join(path, name), f"is no member of {shape.name}"
                continue
            if name in seen and not members[name].serialization.get("flattened"):
                yield join(path, name), "stands there twice"
            seen.add(name)
            yield from walk_xml(child, members[name], join(path, name))
    elif kind == "list":
        item = shape.member.serialization.get("name", "member")
        for child in element:
            if local(child) == item:
                yield from walk_xml(child, shape.member, f"{path}[]")
            else:
                yield join(path, local(child)), f"is no {item} of the list {shape.name}"
    elif len(element):
        yield path, f"has elements, where the model has {kind} {shape.name}"
    else:
        yield from walk_text(element.text or "", shape, path)


def walk_text(text, shape, path):
    kind = shape.type_name
    if kind == "string":
        yield from check_string(text, shape, path)
    elif kind in INTEGERS:
        if re.fullmatch(r"-?\d+", text):
            yield from check_range(int(text), shape, path)
        else:
            yield path, f"is {text!r}, where the model has {kind} {shape.name}"
    elif kind == "boolean":
        if text not in ("true", "false"):
            yield path, f"is {text!r}, where the model has boolean {shape.name}"
    elif kind == "timestamp":
        if not ISO_8601.fullmatch(text):
            yield path, f"is {text!r}, where the model has a timestamp of ISO 8601"
    else:
        raise NotImplementedError(f"{kind} {shape.name}")


def missing(shape, value, path):
    for name in shape.required_members:
        if shape.members[name].serialization.get("name", name) not in value:
            yield join(path, name), f"is missing, and {shape.name} requires it"


def check_string(value, shape, path):
    if not isinstance(value, str):
        yield path, f"is {json.dumps(value)}, where the model has string {shape.name}"
    elif shape.enum and value not in (*shape.enum, UNKNOWN_STATE):
        yield path, f"is {value!r}, which the enumeration {shape.name} does not have: {', '.join(shape.enum)}"


def check_range(value, shape, path):
    limit = INTEGERS[shape.type_name]
    if not -limit <= value < limit:
        yield path, f"is {value}, which no {shape.type_name} holds"


def local(element):
    return element.tag.rsplit("}", 1)[-1]


def is_parameter(service, action, name):
    if service != "directconnect" and name in QUERY_PARAMETERS:
        return True
    shape = models[service].operation_model(action).input_shape
    return shape is not None and name in {parameter_name(service, *member) for member in shape.members.items()}


def parameter_name(service, name, shape):
    """EC2 capitalises the names of its answers, unless the model says otherwise."""
    name = shape.serialization.get("name", name)
    if service == "ec2":
        return shape.serialization.get("queryName", name[0].upper() + name[1:])
    return name


if __name__ == "__main__":
    # EC2 refuses what it does not know before an action asks for it: there the accepted requests are enough.
    judge("aws", {"directconnect", "awsSts"}, problems_of, is_parameter)
