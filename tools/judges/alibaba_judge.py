"""Judges every answer of the Alibaba Cloud wire by the models of Alibaba Cloud's SDKs for Python, and the parameters of every request that was accepted."""

import functools
import importlib
import json
import re
import typing

from darabonba.model import DaraModel

from verdict import LEVELS_OF_THE_PRODUCT, join, judge

MODULES = {
    "vpc": "alibabacloud_vpc20160428",
    "cbn": "alibabacloud_cbn20170912",
    "bssopenapi": "alibabacloud_bssopenapi20171214",
    "alibabaSts": "alibabacloud_sts20150401",
    "ecs": "alibabacloud_ecs20140526",
}

# What every RPC request may carry beside the parameters of its action: https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism.
# RegionId: alibaba-cloud-sdk-go adds it to every request (sdk/auth/rpc_signature_composer.go).
COMMON_PARAMETERS = {
    "AccessKeyId", "Action", "Format", "RegionId", "SecurityToken", "Signature", "SignatureMethod", "SignatureNonce",
    "SignatureType", "SignatureVersion", "Timestamp", "Version",
}  # fmt: skip

# An error, as the gateway words it: https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism.
ERROR = ("RequestId", "HostId", "Code", "Message")


def problems_of(exchange, _common_errors):
    content_type = exchange["headers"].get("content-type", "none")
    if not content_type.startswith("application/json"):
        yield "content-type", f"is {content_type}, not application/json"
        return
    try:
        answer = json.loads(exchange["body"])
    except ValueError as error:
        yield "", f"cannot be read: {error}"
        return
    if exchange["status"] != 200:
        yield from problems_of_error(answer, exchange["status"])
        return
    models = module_of(exchange.get("service"))
    response = getattr(models, f"{exchange.get('action')}ResponseBody", None)
    if response is None:
        yield "", "is an answer to an action that the model does not have"
        return
    if "RequestId" not in answer:
        yield "RequestId", "is missing"
    yield from walk(answer, response, "")
    request = getattr(models, f"{exchange['action']}Request", None)
    # The gateway overlooks what it does not know, as tests show on purpose: only the product's own requests are judged.
    sent = exchange["parameters"].keys() if exchange["level"] in LEVELS_OF_THE_PRODUCT else set()
    for name in sorted(sent - COMMON_PARAMETERS):
        if not leads_to_member(name.split("."), request):
            yield f"(request) {name}", "is no parameter of the request model, and was accepted"


def problems_of_error(answer, status):
    for name in ERROR:
        if not isinstance(answer.get(name), str) or answer[name] == "":
            yield name, "is missing in an error"
    for name in answer:
        if name not in (*ERROR, "Recommend"):
            yield name, "is no member of an error"
    if status < 400:
        yield "status", f"is {status} for an error"


def walk(value, kind, path):
    if kind is typing.Any:
        return
    if typing.get_origin(kind) is list:
        if not isinstance(value, list):
            yield path, "is no list"
            return
        for entry in value:
            yield from walk(entry, typing.get_args(kind)[0], f"{path}[]")
    elif typing.get_origin(kind) is dict:
        if not isinstance(value, dict):
            yield path, "is no map"
            return
        for name, entry in value.items():
            yield from walk(entry, typing.get_args(kind)[1], join(path, name))
    elif issubclass(kind, DaraModel):
        if not isinstance(value, dict):
            yield path, f"is no structure {kind.__name__}"
            return
        members = members_of(kind)
        for name, entry in value.items():
            if name in members:
                yield from walk(entry, members[name], join(path, name))
            else:
                yield join(path, name), f"is no member of {kind.__name__}"
    elif type(value) is not kind and not (kind is float and type(value) is int):
        yield path, f"is {json.dumps(value)}, where the model has {kind.__name__}"


def leads_to_member(segments, kind):
    """Whether a flattened name (`Tag.1.Key`) leads to a member: structures by name, lists by number, maps by key."""
    if not segments:
        return True
    if kind is None:
        return False
    head, *rest = segments
    if typing.get_origin(kind) is list:
        return head.isdigit() and leads_to_member(rest, typing.get_args(kind)[0])
    if typing.get_origin(kind) is dict:
        return leads_to_member(rest, typing.get_args(kind)[1])
    if not (isinstance(kind, type) and issubclass(kind, DaraModel)):
        return False
    members = members_of(kind)
    return head in members and leads_to_member(rest, members[head])


@functools.cache
def module_of(service):
    return importlib.import_module(f"{MODULES[service]}.models") if service in MODULES else None


@functools.cache
def members_of(model):
    """The members by their names on the wire, which `from_map` alone knows; their types are those of the attributes."""
    asked = Names()
    model().from_map(asked)
    module = importlib.import_module(model.__module__)
    kinds = typing.get_type_hints(model.__init__, vars(module))
    kinds.pop("return", None)
    attributes = {plain(attribute): kind for attribute, kind in kinds.items()}
    members = {name: attributes.pop(plain(name)) for name in asked.names}
    assert not attributes, f"{model.__name__} has attributes that from_map does not read: {attributes}"
    return members


class Names(dict):
    """A map that notes what it is asked for."""

    def __init__(self):
        super().__init__()
        self.names = {}

    def __bool__(self):
        return True

    def get(self, name, default=None):
        self.names[name] = True
        return default


def plain(name):
    return re.sub(r"[^a-z0-9]", "", name.lower())


def is_parameter(service, action, name):
    return name in COMMON_PARAMETERS or name in members_of(getattr(module_of(service), f"{action}Request"))


if __name__ == "__main__":
    judge("alibaba", MODULES, problems_of, is_parameter)
