import { guessed, type FidelityTable } from "./entry";

export const bssopenapi: FidelityTable = {
    GetOrderDetail: { validation: "OrderId", errors: [...guessed(400, "OrderNotExist")], guesses: ["unknownOrder"] },
};
