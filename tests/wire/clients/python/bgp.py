from alibabacloud_vpc20160428 import models

from steps import show, wait_for

# The gateway's ASN, agreed on before the gateway is there; Alibaba Cloud's own is fixed.
AMAZON_ASN = 64512
ALIBABA_ASN = 45104


def configure(alibaba, console, router):
    created_group = alibaba.vpc.create_bgp_group(
        models.CreateBgpGroupRequest(
            region_id=alibaba.region,
            router_id=console["vbrId"],
            name="console-guide",
            peer_asn=AMAZON_ASN,
            auth_key=console["bgpAuthKey"],
            client_token="console-guide-group",
        )
    )
    group_id = created_group.body.bgp_group_id
    wait_for("BGP group", lambda: [group.status for group in groups(alibaba, console["vbrId"])], ["Available"])
    group = groups(alibaba, console["vbrId"])[0]
    show(
        "BGP group",
        id=group.bgp_group_id,
        localAsn=group.local_asn,
        peerAsn=group.peer_asn,
        sameKey=group.auth_key == console["bgpAuthKey"],
    )

    created_peer = alibaba.vpc.create_bgp_peer(
        models.CreateBgpPeerRequest(
            region_id=alibaba.region,
            bgp_group_id=group_id,
            peer_ip_address=router.peer_gateway_ip,
            enable_bfd=True,
            bfd_multi_hop=1,
            client_token="console-guide-peer",
        )
    )
    wait_for("BGP peer", lambda: [peer.status for peer in peers(alibaba, console["vbrId"])], ["Available"])
    peer = peers(alibaba, console["vbrId"])[0]
    show("BGP peer", id=peer.bgp_peer_id, address=peer.peer_ip_address, bfd=peer.enable_bfd, hops=peer.bfd_multi_hop)
    return group_id, created_peer.body.bgp_peer_id


def delete(alibaba, vbr_id, group_id, peer_id):
    """A peer goes before its group."""
    alibaba.vpc.delete_bgp_peer(models.DeleteBgpPeerRequest(region_id=alibaba.region, bgp_peer_id=peer_id))
    show("BGP peer deleted", left=wait_for("BGP peer", lambda: len(peers(alibaba, vbr_id)), 0))
    alibaba.vpc.delete_bgp_group(models.DeleteBgpGroupRequest(region_id=alibaba.region, bgp_group_id=group_id))
    show("BGP group deleted", left=wait_for("BGP group", lambda: len(groups(alibaba, vbr_id)), 0))


def groups(alibaba, vbr_id):
    request = models.DescribeBgpGroupsRequest(region_id=alibaba.region, router_id=vbr_id)
    return alibaba.vpc.describe_bgp_groups(request).body.bgp_groups.bgp_group


def peers(alibaba, vbr_id=None):
    request = models.DescribeBgpPeersRequest(region_id=alibaba.region, router_id=vbr_id)
    return alibaba.vpc.describe_bgp_peers(request).body.bgp_peers.bgp_peer
