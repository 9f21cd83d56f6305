from ipaddress import ip_network

from bgp import ALIBABA_ASN
from steps import show, wait_for


def request_for(console, connection_id, gateway_id, router):
    """AWS's side mirrors the VBR's: what is the peer there is Amazon here."""
    length = ip_network(f"{router.local_gateway_ip}/{router.peering_subnet_mask}", strict=False).prefixlen
    return {
        "connectionId": connection_id,
        "newPrivateVirtualInterface": {
            "virtualInterfaceName": "console-guide",
            "vlan": router.vlan_id,
            "asnLong": ALIBABA_ASN,
            "addressFamily": "ipv4",
            "amazonAddress": f"{router.peer_gateway_ip}/{length}",
            "customerAddress": f"{router.local_gateway_ip}/{length}",
            "authKey": console["bgpAuthKey"],
            "virtualGatewayId": gateway_id,
        },
    }


def create(aws, request):
    made = aws.directconnect.create_private_virtual_interface(**request)
    show(
        "virtual interface",
        id=made["virtualInterfaceId"],
        state=made["virtualInterfaceState"],
        vlan=made["vlan"],
        asn=made["asnLong"],
        amazonSideAsn=made["amazonSideAsn"],
        amazon=made["amazonAddress"],
        customer=made["customerAddress"],
        sameKey=made["authKey"] == request["newPrivateVirtualInterface"]["authKey"],
    )
    return made["virtualInterfaceId"]


def delete(aws, connection_id, vif_id):
    deleted = aws.directconnect.delete_virtual_interface(virtualInterfaceId=vif_id)
    show("virtual interface deleting", state=deleted["virtualInterfaceState"])

    def left():
        """A deleted one is still listed for a while."""
        listed = aws.directconnect.describe_virtual_interfaces(connectionId=connection_id)["virtualInterfaces"]
        return sum(vif["virtualInterfaceState"] != "deleted" for vif in listed)

    show("virtual interface deleted", left=wait_for("virtual interface", left, 0))


def describe(aws, vif_id):
    return aws.directconnect.describe_virtual_interfaces(virtualInterfaceId=vif_id)["virtualInterfaces"][0]
