using ReviewKit.Benchmarks.Demo;

return args switch
{
    ["compose-demo", var folder] => ComposeDemo.Run(folder, Console.Error),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project benchmarks/ReviewKit.Benchmarks -- COMMAND

          compose-demo DIR    write the shipped review's exports/ and queries/decisions.csv into DIR ("." for the repository)
        """);
    return 2;
}
