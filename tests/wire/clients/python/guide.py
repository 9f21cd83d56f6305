"""The console guide from purchase to teardown, by the official Python clients alone: boto3, and Alibaba Cloud's SDKs for VPC, CBN, BSS and STS.

Endpoints and keys come from the environment, what the consoles show comes as the one argument. Each step leaves one line of JSON.
"""

import json
import sys

import accounts
import bgp
import cen
import circuit
import gateway
import refusals
import verification
import virtual_interface
from clients import AlibabaClients, AwsClients


def main(console):
    aws = AwsClients()
    alibaba = AlibabaClients()

    account_ids = accounts.identify(aws, alibaba)
    circuit.show_what_was_bought(alibaba, console["vbrId"])
    connection_id = circuit.accept_hosted_connection(aws, alibaba, console["vbrId"])
    router = circuit.wait_for_circuit(alibaba, console["vbrId"])

    route_table_id = cen.find_route_table(alibaba, console)
    attachment_id = cen.attach(alibaba, console, route_table_id)
    group_id, peer_id = bgp.configure(alibaba, console, router)
    gateway_id = gateway.attach(aws, console)
    vif_request = virtual_interface.request_for(console, connection_id, gateway_id, router)
    vif_id = virtual_interface.create(aws, vif_request)

    verification.wait_for_bgp(aws, alibaba, vif_id, peer_id)
    verification.show_routes(aws, alibaba, console, route_table_id)
    verification.show_order(alibaba, console["orderId"])
    accounts.read_with_assumed_roles(aws, alibaba, account_ids, connection_id, console["vbrId"])
    refusals.show_all(aws, alibaba, console, vif_request, route_table_id)

    virtual_interface.delete(aws, connection_id, vif_id)
    bgp.delete(alibaba, console["vbrId"], group_id, peer_id)
    gateway.delete(aws, console, gateway_id)
    cen.detach(alibaba, attachment_id, route_table_id)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
