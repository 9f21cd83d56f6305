import { describeScenarios } from "../harness/scenarioSuite";

// Each waiting create holds a slot of the engine: with one slot alone, two waits that need each other would never end.
describeScenarios("pulumi up, preview, refresh and destroy, one resource at a time", {
    scenarios: ["default", "accept-first", "backend-first", "not-bought-yet", "vlan-late"],
    parallel: 1,
});
