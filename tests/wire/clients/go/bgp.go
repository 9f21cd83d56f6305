package main

import (
	"github.com/alibabacloud-go/tea/tea"
	vpc "github.com/alibabacloud-go/vpc-20160428/v6/client"
)

// The gateway's ASN, agreed on before the gateway is there; Alibaba Cloud's own is fixed.
const (
	amazonAsn  = 64512
	alibabaAsn = 45104
)

func configureBgp(alibaba alibabaClients, console given, circuit *borderRouter) (groupID, peerID string) {
	group := must(alibaba.vpc.CreateBgpGroup(&vpc.CreateBgpGroupRequest{
		RegionId:    &alibaba.region,
		RouterId:    &console.VbrID,
		Name:        tea.String("console-guide"),
		PeerAsn:     tea.Int64(amazonAsn),
		AuthKey:     &console.BgpAuthKey,
		ClientToken: tea.String("console-guide-group"),
	}))
	groupID = *group.Body.BgpGroupId
	waitForState("BGP group", func() string { return *bgpGroups(alibaba, console.VbrID)[0].Status }, "Available")
	made := bgpGroups(alibaba, console.VbrID)[0]
	show("BGP group", fields{
		"id": *made.BgpGroupId, "localAsn": *made.LocalAsn, "peerAsn": *made.PeerAsn, "sameKey": *made.AuthKey == console.BgpAuthKey,
	})

	peer := must(alibaba.vpc.CreateBgpPeer(&vpc.CreateBgpPeerRequest{
		RegionId:      &alibaba.region,
		BgpGroupId:    &groupID,
		PeerIpAddress: circuit.PeerGatewayIp,
		EnableBfd:     tea.Bool(true),
		BfdMultiHop:   tea.Int32(1),
		ClientToken:   tea.String("console-guide-peer"),
	}))
	peerID = *peer.Body.BgpPeerId
	waitForState("BGP peer", func() string { return *bgpPeers(alibaba, console.VbrID)[0].Status }, "Available")
	neighbour := bgpPeers(alibaba, console.VbrID)[0]
	show("BGP peer", fields{
		"id": *neighbour.BgpPeerId, "address": *neighbour.PeerIpAddress, "bfd": *neighbour.EnableBfd, "hops": *neighbour.BfdMultiHop,
	})
	return groupID, peerID
}

// A peer goes before its group.
func deleteBgp(alibaba alibabaClients, vbrID, groupID, peerID string) {
	none := func(left int) bool { return left == 0 }
	must(alibaba.vpc.DeleteBgpPeer(&vpc.DeleteBgpPeerRequest{RegionId: &alibaba.region, BgpPeerId: &peerID}))
	peersLeft := wait("BGP peer", func() int { return len(bgpPeers(alibaba, vbrID)) }, none)
	show("BGP peer deleted", fields{"left": peersLeft})

	must(alibaba.vpc.DeleteBgpGroup(&vpc.DeleteBgpGroupRequest{RegionId: &alibaba.region, BgpGroupId: &groupID}))
	groupsLeft := wait("BGP group", func() int { return len(bgpGroups(alibaba, vbrID)) }, none)
	show("BGP group deleted", fields{"left": groupsLeft})
}

func bgpGroups(alibaba alibabaClients, vbrID string) []*vpc.DescribeBgpGroupsResponseBodyBgpGroupsBgpGroup {
	request := &vpc.DescribeBgpGroupsRequest{RegionId: &alibaba.region, RouterId: &vbrID}
	return must(alibaba.vpc.DescribeBgpGroups(request)).Body.BgpGroups.BgpGroup
}

func bgpPeers(alibaba alibabaClients, vbrID string) []*vpc.DescribeBgpPeersResponseBodyBgpPeersBgpPeer {
	request := &vpc.DescribeBgpPeersRequest{RegionId: &alibaba.region, RouterId: &vbrID}
	return must(alibaba.vpc.DescribeBgpPeers(request)).Body.BgpPeers.BgpPeer
}
