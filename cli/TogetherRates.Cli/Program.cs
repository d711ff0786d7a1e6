System.Console.WriteLine("together-rates");
