/**
 * Direct Connect takes 6 to 80 characters; Alibaba Cloud documents no rule (InvalidBgpAuthkey.Malformed). Letters, digits and the punctuation that no
 * shell, query string or XML document treats specially pass both consoles unharmed; a trailing space is the classic cause of a session that stays down.
 */
export function checkAuthKey(key: string): string[] {
    return [
        ...checkAuthKeyLength(key),
        ...(/^[A-Za-z0-9._~@^:,!-]*$/.test(key)
            ? []
            : [
                  "bgp.authKey has characters that are not safe in both clouds; use letters, digits and . _ ~ @ ^ : , ! -",
              ]),
    ];
}

/** All that a key which a cloud holds already must obey. */
export function checkAuthKeyLength(key: string): string[] {
    return key.length >= 6 && key.length <= 80
        ? []
        : [`bgp.authKey has ${key.length} characters; Direct Connect takes 6 to 80.`];
}
