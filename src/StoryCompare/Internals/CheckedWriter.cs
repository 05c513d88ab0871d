using System.Buffers.Binary;
using System.Security.Cryptography;

namespace StoryCompare.Internals;

/// <summary>Writes values in blocks, each with a checksum that chains it to all before it: a cut, a flip or blocks in another order show when they are read (<see cref="CheckedReader"/>).</summary>
/// <remarks>A header line, then blocks: length (32 bits), bytes, SHA-256 of the checksum before, the length and the bytes. A block of length 0 ends the file. Little-endian.</remarks>
internal sealed class CheckedWriter
{
    /// <summary>Bytes of a block at most.</summary>
    public const int LongestBlock = 1 << 16;

    private readonly Stream _stream;
    private readonly byte[] _block = new byte[SHA256.HashSizeInBytes + sizeof(int) + LongestBlock];
    private int _length;

    public CheckedWriter(Stream stream, ReadOnlySpan<byte> header)
    {
        _stream = stream;
        stream.Write(header);
        SHA256.HashData(header, _block);
    }

    public void Byte(byte value)
    {
        if (_length == LongestBlock)
        {
            EndBlock();
        }

        _block[SHA256.HashSizeInBytes + sizeof(int) + _length++] = value;
    }

    public void UInt16(ushort value)
    {
        Byte((byte)value);
        Byte((byte)(value >> 8));
    }

    public void UInt32(uint value)
    {
        UInt16((ushort)value);
        UInt16((ushort)(value >> 16));
    }

    public void Int32(int value) => UInt32((uint)value);

    public void Int64(long value)
    {
        UInt32((uint)value);
        UInt32((uint)(value >> 32));
    }

    public void Single(float value) => Int32(BitConverter.SingleToInt32Bits(value));

    /// <summary>A number of 0 or more, small ones in one byte.</summary>
    public void Count(int value)
    {
        uint rest = (uint)value;
        while (rest > 0x7F)
        {
            Byte((byte)(rest | 0x80));
            rest >>= 7;
        }

        Byte((byte)rest);
    }

    /// <summary>Text or null, any UTF-16 code units: one byte each where all fit in one, else two.</summary>
    public void Text(string? value)
    {
        if (value is null)
        {
            Byte(0);
            return;
        }

        bool narrow = !value.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF');
        Byte(narrow ? (byte)1 : (byte)2);
        Count(value.Length);
        foreach (char c in value)
        {
            Byte((byte)c);
            if (!narrow)
            {
                Byte((byte)(c >> 8));
            }
        }
    }

    /// <summary>Writes what is left and the end.</summary>
    public void End()
    {
        if (_length > 0)
        {
            EndBlock();
        }

        EndBlock();
    }

    private void EndBlock()
    {
        int size = sizeof(int) + _length;
        BinaryPrimitives.WriteInt32LittleEndian(_block.AsSpan(SHA256.HashSizeInBytes), _length);
        _stream.Write(_block, SHA256.HashSizeInBytes, size);
        SHA256.HashData(_block.AsSpan(0, SHA256.HashSizeInBytes + size), _block);
        _stream.Write(_block, 0, SHA256.HashSizeInBytes);
        _length = 0;
    }
}
