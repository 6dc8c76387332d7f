// A browser and a server of its own for each test are enough to ask of two cores at a time.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
