import type { Service, ServiceName } from "./action";
import { alibabaServices, stsService as alibabaSts } from "./alibaba/services";
import { awsServices, stsService as awsSts } from "./aws/services";
import { KeyStore } from "./keys";

const keys = new KeyStore();
const services: Readonly<Record<ServiceName, Service>> = {
    ...awsServices,
    ...alibabaServices,
    awsSts: awsSts(keys),
    alibabaSts: alibabaSts(keys),
};

/** The names of a service's actions; without one, of all services'. */
export function actionsOf(service?: ServiceName): string[] {
    const asked = service === undefined ? Object.values(services) : [services[service]];
    return asked.flatMap((each) => [...each.keys()]);
}
