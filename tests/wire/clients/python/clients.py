import os
from urllib.parse import urlsplit

import boto3
from alibabacloud_bssopenapi20171214.client import Client as BssClient
from alibabacloud_cbn20170912.client import Client as CbnClient
from alibabacloud_sts20150401.client import Client as AlibabaStsClient
from alibabacloud_tea_openapi.models import Config
from alibabacloud_vpc20160428.client import Client as VpcClient


class AwsClients:
    """The endpoints are those of AWS_ENDPOINT_URL_DIRECT_CONNECT and so on, which the SDK reads by itself."""

    def __init__(self, key=None, region=None):
        session = boto3.Session(
            aws_access_key_id=key and key["accessKeyId"],
            aws_secret_access_key=key and key["secret"],
            aws_session_token=key and key.get("token"),
            region_name=region,
        )
        self.directconnect = session.client("directconnect")
        self.ec2 = session.client("ec2")
        self.sts = session.client("sts")


class AlibabaClients:
    """The endpoints are those that the official Terraform and Pulumi provider reads: VPC_ENDPOINT and so on.

    CBN is signed by HMAC-SHA1 ("v2"), the others by what is the default: ACS3-HMAC-SHA256.
    """

    def __init__(self, key=None):
        self.region = os.environ["ALICLOUD_REGION"]
        key = key or {
            "accessKeyId": os.environ["ALIBABA_CLOUD_ACCESS_KEY_ID"],
            "secret": os.environ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"],
        }

        def settings(endpoint, signature_algorithm=None):
            return Config(
                access_key_id=key["accessKeyId"],
                access_key_secret=key["secret"],
                security_token=key.get("token"),
                region_id=self.region,
                # Without its scheme.
                endpoint=urlsplit(os.environ[endpoint]).netloc,
                protocol="HTTP",
                signature_algorithm=signature_algorithm,
            )

        self.vpc = VpcClient(settings("VPC_ENDPOINT"))
        self.cbn = CbnClient(settings("CBN_ENDPOINT", "v2"))
        self.bss = BssClient(settings("BSSOPENAPI_ENDPOINT"))
        self.sts = AlibabaStsClient(settings("STS_ENDPOINT"))
