using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StoryCompare.Internals;

/// <summary>Reads what <see cref="CheckedWriter"/> wrote. No byte is used before its block's checksum was found right, and nothing is allocated on the word of a length alone.</summary>
internal sealed class CheckedReader
{
    private readonly Stream _stream;
    private readonly string _what;
    private readonly byte[] _block = new byte[SHA256.HashSizeInBytes + sizeof(int) + CheckedWriter.LongestBlock];
    private readonly byte[] _checksum = new byte[SHA256.HashSizeInBytes];
    private long _position;
    private int _at;
    private int _length;
    private bool _ended;

    /// <summary>Starts behind the header, which the caller has read.</summary>
    /// <param name="stream">Where the blocks are.</param>
    /// <param name="header">What came before them.</param>
    /// <param name="what">Names the file in messages: "tracker file".</param>
    public CheckedReader(Stream stream, ReadOnlySpan<byte> header, string what)
    {
        _stream = stream;
        _what = what;
        _position = header.Length;
        SHA256.HashData(header, _block);
    }

    /// <summary>What is wrong with the content, as an exception.</summary>
    public InvalidDataException Wrong(string detail) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The {_what} is damaged: {detail} (before byte {_position})."));

    public byte Byte()
    {
        if (_at == _length)
        {
            NextBlock();
        }

        return _block[SHA256.HashSizeInBytes + sizeof(int) + _at++];
    }

    public ushort UInt16() => (ushort)(Byte() | (Byte() << 8));

    public uint UInt32() => (uint)(UInt16() | (UInt16() << 16));

    public int Int32() => (int)UInt32();

    public long Int64() => UInt32() | ((long)UInt32() << 32);

    public float Single() => BitConverter.Int32BitsToSingle(Int32());

    /// <summary>A number from 0 to <paramref name="most"/>.</summary>
    public int Count(int most, string name)
    {
        uint value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = Byte();
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80 && shift < 28)
            {
                break;
            }

            if (shift == 28)
            {
                value = part < 8 ? value : uint.MaxValue;
                break;
            }
        }

        return value <= (uint)most ? (int)value : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}, more than {most}"));
    }

    public string? Text(string name)
    {
        byte kind = Byte();
        if (kind == 0)
        {
            return null;
        }

        if (kind > 2)
        {
            throw Wrong($"{name} is no text");
        }

        int length = Count(int.MaxValue, name);
        StringBuilder text = new(Math.Min(length, 4096));
        for (int i = 0; i < length; i++)
        {
            text.Append(kind == 1 ? (char)Byte() : (char)UInt16());
        }

        return text.ToString();
    }

    /// <summary>Makes sure that nothing was left unread and that the end is there.</summary>
    public void End()
    {
        if (_at < _length)
        {
            throw Wrong("it goes on where it should end");
        }

        ReadBlock();
        if (!_ended)
        {
            throw Wrong("it goes on where it should end");
        }
    }

    private void NextBlock()
    {
        ReadBlock();
        if (_ended)
        {
            throw Wrong("its content ends too early");
        }
    }

    private void ReadBlock()
    {
        long start = _position;
        Fill(_block.AsSpan(SHA256.HashSizeInBytes, sizeof(int)));
        int length = BinaryPrimitives.ReadInt32LittleEndian(_block.AsSpan(SHA256.HashSizeInBytes));
        if (length is < 0 or > CheckedWriter.LongestBlock)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The {_what} is damaged: the block at byte {start} has an impossible length ({length})."));
        }

        Fill(_block.AsSpan(SHA256.HashSizeInBytes + sizeof(int), length));
        Fill(_checksum);
        SHA256.HashData(_block.AsSpan(0, SHA256.HashSizeInBytes + sizeof(int) + length), _block);
        if (!_block.AsSpan(0, SHA256.HashSizeInBytes).SequenceEqual(_checksum))
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The {_what} is damaged: the block at byte {start} does not match its checksum."));
        }

        _at = 0;
        _length = length;
        _ended = length == 0;
    }

    private void Fill(Span<byte> buffer)
    {
        int read = _stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        _position += read;
        if (read < buffer.Length)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The {_what} is cut: it ends after {_position} bytes."));
        }
    }
}
