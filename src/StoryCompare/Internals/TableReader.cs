using System.Text;

namespace StoryCompare.Internals;

/// <summary>Goes through a table that ships inside the assembly, row by row, without a string for each cell: for the tables of thousands of words. The same rows as <see cref="EmbeddedData.Rows(string)"/>.</summary>
internal ref struct TableReader : IDisposable
{
    private readonly StreamReader _reader;
    private char[] _chars = new char[4096];
    private int _start;
    private int _end;

    /// <summary>Opens the table.</summary>
    public TableReader(string name) => _reader = new StreamReader(EmbeddedData.Open(name), Encoding.UTF8);

    /// <summary>The row read last, whole. Gone with the next one.</summary>
    public ReadOnlySpan<char> Row { get; private set; }

    /// <summary>Reads the next row; comments and blank lines are left out. False behind the last.</summary>
    public bool Read()
    {
        while (ReadLine())
        {
            if (Row.Length > 0 && Row[0] != '#')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A cell of the row, counted from 0; empty where the row has fewer.</summary>
    public readonly ReadOnlySpan<char> Cell(int index)
    {
        ReadOnlySpan<char> rest = Row;
        while (true)
        {
            int end = rest.IndexOf('\t');
            if (index == 0)
            {
                return end < 0 ? rest : rest[..end];
            }

            if (end < 0)
            {
                return [];
            }

            rest = rest[(end + 1)..];
            index--;
        }
    }

    public readonly void Dispose() => _reader.Dispose();

    private bool ReadLine()
    {
        int length;
        while ((length = _chars.AsSpan(_start, _end - _start).IndexOf('\n')) < 0)
        {
            if (!Fill())
            {
                Row = _chars.AsSpan(_start, _end - _start);
                _start = _end;
                return Row.Length > 0;
            }
        }

        Row = _chars.AsSpan(_start, length).TrimEnd('\r');
        _start += length + 1;
        return true;
    }

    // What is left of the last piece moves to the front; false when the table is at its end.
    private bool Fill()
    {
        _chars.AsSpan(_start, _end - _start).CopyTo(_chars);
        (_start, _end) = (0, _end - _start);
        if (_end == _chars.Length)
        {
            Array.Resize(ref _chars, _end * 2);
        }

        int read = _reader.Read(_chars.AsSpan(_end));
        _end += read;
        return read > 0;
    }
}
