Console.WriteLine("reviewkit");
