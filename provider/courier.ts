/**
 * The code that the state holds of a dynamic resource, twice a resource, and that the dynamic host runs: all it does is to find this package from the program's
 * working directory and to call one verb of it, so fixes reach old resources and the state stays small. It holds the kind alone, and nothing secret.
 *
 * It is written out here, in the form that the SDK's serializer gives to a provider (a module whose `handler` makes it), which the host has to read as long as there is
 * state with it. Serialized from a function it would be twice as long, would change with the compiler and the SDK, and would cost each preview and each
 * `up` of a program 0.3 s (measured: the serializer reads the function's text with the whole TypeScript compiler).
 *
 * All verbs are there before the host can call one, and stay where the package cannot be loaded: the host takes a `delete` that is missing for one that succeeded.
 * `createRequire` from the working directory resolves for users and, by self-reference, inside this repository (measured); a plain `require` of the package does
 * not. The error's stack is its text: the host prints the stack, and the engine each line of it.
 */
export function courierFor(kind: string): string {
    return `exports.handler=()=>{
const provider={}
for(const verb of"configure check diff create read update delete".split(" "))provider[verb]=async(...values)=>{
let handlers
try{handlers=require("module").createRequire(process.cwd()+"/_.js")("pulumi-multicloud-connection/handlers")}
catch(e){const stack=\`pulumi-multicloud-connection cannot be loaded from \${process.cwd()}. Add it to the program's package.json and install it. (\${String(e).split("\\n")[0]})\`
throw Object.assign(Error(stack),{stack})}
return handlers.invoke(${JSON.stringify(kind)},verb,values)}
return provider}`;
}
