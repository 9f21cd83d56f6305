export { commonErrorsOf } from "./common";
