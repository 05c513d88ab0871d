namespace StoryCompare.Text;

/// <summary>Words run together without a blank ("PeruChile").</summary>
internal static class Camel
{
    /// <summary>Number of places in the token where a capital follows three small letters or more and starts three letters or more; 0 for "McDonald", "eBay".</summary>
    public static int Joint(string text, in Token token)
    {
        int joints = 0;
        int small = 0;
        for (int i = token.Start; i < token.End; i++)
        {
            char c = text[i];
            if (char.IsLower(c))
            {
                small++;
                continue;
            }

            if (char.IsUpper(c) && small >= 3 && i + 2 < token.End && char.IsLower(text[i + 1]))
            {
                joints++;
            }

            small = 0;
        }

        return joints;
    }
}
