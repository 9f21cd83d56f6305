package main

import (
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/cbn"
)

func findTransitRouterRouteTable(alibaba alibabaClients, console given) string {
	cens := cbn.CreateDescribeCensRequest()
	cens.Filter = &[]cbn.DescribeCensFilter{{Key: "CenId", Value: &[]string{console.CenID}}}
	cen := must(alibaba.cbn.DescribeCens(cens)).Cens.Cen[0]

	routers := cbn.CreateListTransitRoutersRequest()
	routers.CenId = console.CenID
	routers.TransitRouterId = console.TransitRouterID
	router := must(alibaba.cbn.ListTransitRouters(routers)).TransitRouters[0]

	tables := cbn.CreateListTransitRouterRouteTablesRequest()
	tables.TransitRouterId = console.TransitRouterID
	tables.TransitRouterRouteTableType = "System"
	table := must(alibaba.cbn.ListTransitRouterRouteTables(tables)).TransitRouterRouteTables[0]

	show("CEN", fields{
		"name": cen.Name, "status": cen.Status, "transitRouter": router.Type, "routeTable": table.TransitRouterRouteTableId,
	})
	return table.TransitRouterRouteTableId
}

// Attaches the VBR, has its routes published to AWS, and joins it to the route table that the VPC is in.
func attachToCen(alibaba alibabaClients, console given, routeTableID string) string {
	request := cbn.CreateCreateTransitRouterVbrAttachmentRequest()
	request.CenId = console.CenID
	request.TransitRouterId = console.TransitRouterID
	request.VbrId = console.VbrID
	request.AutoPublishRouteEnabled = requests.NewBoolean(true)
	request.TransitRouterAttachmentName = "console-guide"
	request.ClientToken = "console-guide-attachment"
	attachmentID := must(alibaba.cbn.CreateTransitRouterVbrAttachment(request)).TransitRouterAttachmentId
	status := waitForState("VBR attachment", func() string {
		return attachments(alibaba, attachmentID)[0].Status
	}, "Attached")
	show("VBR attachment", fields{"id": attachmentID, "status": status})

	association := cbn.CreateAssociateTransitRouterAttachmentWithRouteTableRequest()
	association.TransitRouterAttachmentId = attachmentID
	association.TransitRouterRouteTableId = routeTableID
	must(alibaba.cbn.AssociateTransitRouterAttachmentWithRouteTable(association))
	waitForLegs("association", func() []string { return associations(alibaba, attachmentID, routeTableID) }, "Active")
	show("association", fields{"status": associations(alibaba, attachmentID, routeTableID)})

	propagation := cbn.CreateEnableTransitRouterRouteTablePropagationRequest()
	propagation.TransitRouterAttachmentId = attachmentID
	propagation.TransitRouterRouteTableId = routeTableID
	must(alibaba.cbn.EnableTransitRouterRouteTablePropagation(propagation))
	waitForLegs("propagation", func() []string { return propagations(alibaba, attachmentID, routeTableID) }, "Active")
	show("propagation", fields{"status": propagations(alibaba, attachmentID, routeTableID)})
	return attachmentID
}

func detachFromCen(alibaba alibabaClients, attachmentID, routeTableID string) {
	propagation := cbn.CreateDisableTransitRouterRouteTablePropagationRequest()
	propagation.TransitRouterAttachmentId = attachmentID
	propagation.TransitRouterRouteTableId = routeTableID
	must(alibaba.cbn.DisableTransitRouterRouteTablePropagation(propagation))
	waitForLegs("propagation", func() []string { return propagations(alibaba, attachmentID, routeTableID) })
	show("propagation disabled", fields{"left": propagations(alibaba, attachmentID, routeTableID)})

	association := cbn.CreateDissociateTransitRouterAttachmentFromRouteTableRequest()
	association.TransitRouterAttachmentId = attachmentID
	association.TransitRouterRouteTableId = routeTableID
	must(alibaba.cbn.DissociateTransitRouterAttachmentFromRouteTable(association))
	waitForLegs("association", func() []string { return associations(alibaba, attachmentID, routeTableID) })
	show("dissociated", fields{"left": associations(alibaba, attachmentID, routeTableID)})

	request := cbn.CreateDeleteTransitRouterVbrAttachmentRequest()
	request.TransitRouterAttachmentId = attachmentID
	must(alibaba.cbn.DeleteTransitRouterVbrAttachment(request))
	left := wait("VBR attachment", func() int {
		return len(attachments(alibaba, attachmentID))
	}, func(left int) bool { return left == 0 })
	show("VBR attachment deleted", fields{"left": left})
}

func attachments(alibaba alibabaClients, attachmentID string) []cbn.TransitRouterAttachment {
	request := cbn.CreateListTransitRouterVbrAttachmentsRequest()
	request.TransitRouterAttachmentId = attachmentID
	return must(alibaba.cbn.ListTransitRouterVbrAttachments(request)).TransitRouterAttachments
}

func associations(alibaba alibabaClients, attachmentID, routeTableID string) []string {
	request := cbn.CreateListTransitRouterRouteTableAssociationsRequest()
	request.TransitRouterRouteTableId = routeTableID
	request.TransitRouterAttachmentId = attachmentID
	states := []string{}
	for _, leg := range must(alibaba.cbn.ListTransitRouterRouteTableAssociations(request)).TransitRouterAssociations {
		states = append(states, leg.Status)
	}
	return states
}

func propagations(alibaba alibabaClients, attachmentID, routeTableID string) []string {
	request := cbn.CreateListTransitRouterRouteTablePropagationsRequest()
	request.TransitRouterRouteTableId = routeTableID
	request.TransitRouterAttachmentId = attachmentID
	states := []string{}
	for _, leg := range must(alibaba.cbn.ListTransitRouterRouteTablePropagations(request)).TransitRouterPropagations {
		states = append(states, leg.Status)
	}
	return states
}

func waitForLegs(subject string, look func() []string, wanted ...string) {
	wait(subject, look, func(states []string) bool {
		return len(states) == len(wanted) && (len(wanted) == 0 || states[0] == wanted[0])
	})
}
