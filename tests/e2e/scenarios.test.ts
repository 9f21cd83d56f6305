import { describeScenarios } from "../harness/scenarioSuite";

describeScenarios("pulumi up, preview, refresh and destroy");
