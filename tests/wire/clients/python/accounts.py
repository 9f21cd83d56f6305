from alibabacloud_sts20150401.models import AssumeRoleRequest

from circuit import describe_border_router
from clients import AlibabaClients, AwsClients
from steps import show

SESSION_NAME = "console-guide"


def identify(aws, alibaba):
    there = aws.sts.get_caller_identity()
    here = alibaba.sts.get_caller_identity().body
    show("accounts", aws=there["Account"], awsArn=there["Arn"], alibaba=here.account_id, alibabaArn=here.arn)
    return {"aws": there["Account"], "alibaba": here.account_id}


def read_with_assumed_roles(aws, alibaba, account_ids, connection_id, vbr_id):
    """A colleague who may only look assumes a role on each side."""
    there = aws.sts.assume_role(
        RoleArn=f"arn:aws:iam::{account_ids['aws']}:role/network-reader", RoleSessionName=SESSION_NAME
    )
    here = alibaba.sts.assume_role(
        AssumeRoleRequest(
            role_arn=f"acs:ram::{account_ids['alibaba']}:role/network-reader", role_session_name=SESSION_NAME
        )
    ).body
    show("assumed roles", aws=there["AssumedRoleUser"]["Arn"], alibaba=here.assumed_role_user.arn)

    aws_reader = AwsClients(
        {
            "accessKeyId": there["Credentials"]["AccessKeyId"],
            "secret": there["Credentials"]["SecretAccessKey"],
            "token": there["Credentials"]["SessionToken"],
        }
    )
    alibaba_reader = AlibabaClients(
        {
            "accessKeyId": here.credentials.access_key_id,
            "secret": here.credentials.access_key_secret,
            "token": here.credentials.security_token,
        }
    )
    connections = aws_reader.directconnect.describe_connections(connectionId=connection_id)["connections"]
    router = describe_border_router(alibaba_reader, vbr_id)
    show("read with the sessions", connection=connections[0]["connectionState"], borderRouter=router.status)
