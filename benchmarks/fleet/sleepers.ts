// A program of resources that do nothing but wait: what the engine's slots alone let so many of them take.
import * as pulumi from "@pulumi/pulumi";

const { count, seconds } = new pulumi.Config().requireObject<{ count: number; seconds: number }>("args");

const provider: pulumi.dynamic.ResourceProvider<{ seconds: number }, object> = {
    async create(inputs) {
        await new Promise((resolve) => setTimeout(resolve, inputs.seconds * 1000));
        return { id: "awake" };
    },
};

class Sleeper extends pulumi.dynamic.Resource {
    constructor(name: string) {
        super(provider, name, { seconds });
    }
}

for (let number = 1; number <= count; number++) {
    new Sleeper(`sleeper${number}`);
}
