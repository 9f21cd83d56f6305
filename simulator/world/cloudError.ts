/** A refusal by one of the clouds; each wire renders it in its own protocol. */
export class CloudError extends Error {
    constructor(
        /** The vendor's error code, such as `DirectConnectClientException` or `InvalidVbrId.NotFound`. */
        readonly code: string,
        message: string,
        readonly httpStatus = 400,
    ) {
        super(message);
        this.name = "CloudError";
    }
}
