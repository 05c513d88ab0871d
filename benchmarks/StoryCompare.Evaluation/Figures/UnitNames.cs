namespace StoryCompare.Evaluation.Figures;

/// <summary>Names of units in the data sets, in the library's symbols. Counted nouns are cut to their head.</summary>
internal static class UnitNames
{
    private static readonly Dictionary<string, string> Symbols = Read("""
        %=%,percent,percentage,percents
        pp=percentage point,percentage points
        USD=dollar,united states dollar,us dollar,usd
        CAD=canadian dollar
        AUD=australian dollar
        NZD=new zealand dollar
        HKD=hong kong dollar
        GBP=pound sterling,british pound
        EUR=euro
        JPY=japanese yen,yen
        CNY=chinese yuan,yuan
        MYR=malaysian ringgit
        ILS=shekel
        ZAR=south african rand
        TRY=turkish lira
        INR=rupee,indian rupee
        LKR=sri lankan rupee
        MXN=mexican peso
        CHF=swiss franc
        franc=franc
        ESP=peseta
        NLG=netherlands guilder,guilder
        FIM=finnish markka
        CRC=costa rican colón
        GEL=georgian lari
        LAK=lao kip
        BTC=bitcoin
        cent=cent,penny
        pence=pence
        C=celsius,degree celsius,degc
        F=fahrenheit,degree fahrenheit
        K=kelvin
        deg=degree
        rad=radian
        m=meter,metre
        km=kilometer,kilometre
        cm=centimeter,centimetre
        dm=decimeter,decimetre
        mm=millimeter,millimetre
        um=micrometre,micrometer
        nm=nanometer,nanometre
        pm=picometer,picometre
        am=attometre
        mi=mile
        yd=yard
        ft=foot
        in=inch
        km2=square kilometer,square kilometre
        m2=square meter,square metre
        mi2=square mile
        ft2=square foot,square feet
        cm3=cubic centimetre
        km3=cubic kilometre,cubic kilometer
        ft3=cubic foot
        l=litre,liter
        ml=milliliter,millilitre
        cl=centilitre
        gal=gallon
        qt=quart
        pt=pint
        floz=fluid ounce
        barrel=barrel
        tbsp=tablespoon
        tsp=teaspoon
        kg=kilogram
        g=gram
        mg=milligram
        ug=microgram
        t=tonne,metric ton
        ton=ton
        lb=pound-mass,pound mass
        oz=ounce
        s=second
        min=minute
        h=hour
        d=day
        wk=week
        mo=month
        yr=year
        age=year of age,age
        age:mo=month of age
        mi/h=mile per hour
        km/h=kilometer per hour,kilometre per hour
        m/s=metre per second
        mi/gal=mile per gallon
        Mbit/s=megabit per second
        kbit/s=kilobit per second
        kW=kilowatt
        MW=megawatt
        GW=gigawatt
        W=watt
        hp=horsepower
        Wh=watt hour
        MWh=megawatt hour
        BTU=british thermal unit
        eV=electronvolt
        TeV=teraelectronvolt
        GPa=gigapascal
        Hz=hertz
        GHz=gigahertz
        bit=bit
        B=byte
        Mbit=megabit
        KiB=kibibyte
        MB=megabyte
        GB=gigabyte
        EB=exabyte
        mAh=milliampere-hour
        mGy=milligray
        Gy=gray
        ppb=parts-per-billion
        ton/d=ton per day
        l/km=litre per kilometre
        Ma=megayear
        Ga=gigayear
        arcmin=minute of arc
        arcsec=second of arc
        km/ms=kilometer per millisecond
        m/ms=meter per millisecond
        cm/ms=centimeter per millisecond
        ppg=point per game
        rpg=rebound per game
        apg=assist per game
        point=points
        time=count
        s2=square second
        =,-,dimensionless
        """);

    /// <summary>The symbol of a data set's name for a unit; the head noun of a count; <paramref name="share"/> for "% voters".</summary>
    public static string Symbol(string name, out bool share)
    {
        share = false;
        name = name.Trim().ToLowerInvariant();
        if (name.StartsWith("% ", StringComparison.Ordinal))
        {
            share = true;
            return "%";
        }

        if (Symbols.TryGetValue(name, out string? symbol))
        {
            return symbol;
        }

        int per = name.IndexOf(" per ", StringComparison.Ordinal);
        if (per > 0)
        {
            return Symbol(name[..per], out _) + "/" + Symbol(name[(per + 5)..], out _);
        }

        int of = name.IndexOf(" of ", StringComparison.Ordinal);
        if (of > 0)
        {
            return Symbol(name[..of], out _);
        }

        string head = name[(name.LastIndexOf(' ') + 1)..];
        return Singular(head);
    }

    /// <summary>Whether a predicted unit is the labelled one.</summary>
    public static bool Match(string labelled, string predicted)
    {
        if (labelled == predicted)
        {
            return true;
        }

        string p = predicted.ToLowerInvariant();
        return (labelled, p) switch
        {
            ("people", "person") or ("count", "time") or ("ton", "t") or ("cm3", "ml") or ("t", "ton") or ("generation wireless", "g") => true,
            ("lb", "gbp") or ("pound", "lb") or ("pound", "gbp") or ("cent", "pence") or ("pence", "cent") => true,
            ("age", "yr") or ("yr", "age") => false,
            _ => Singular(labelled.ToLowerInvariant()) == Singular(p),
        };
    }

    private static string Singular(string word) =>
        word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? word[..^3] + "y"
        : word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && word.Length > 3 ? word[..^1]
        : word;

    private static Dictionary<string, string> Read(string table)
    {
        Dictionary<string, string> symbols = new(StringComparer.Ordinal);
        foreach (string line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int equals = line.IndexOf('=', 0);
            foreach (string name in line[(equals + 1)..].Split(','))
            {
                symbols[name] = line[..equals];
            }
        }

        return symbols;
    }
}
