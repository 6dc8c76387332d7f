using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IntegrationCopilot.Validator;

/// <summary>A 64-bit key of a name: names of up to seven bytes have equal keys only when they are equal; longer ones must be compared as well.</summary>
internal static class NameKey
{
    private const ulong LongName = 1UL << 63;

    /// <summary>Whether equal keys mean equal names.</summary>
    public static bool IsExact(ulong key) => (key & LongName) == 0;

    public static ulong Of(ReadOnlySpan<byte> name)
    {
        ref var start = ref MemoryMarshal.GetReference(name);
        if (name.Length >= 8) return OfLong(ref start, name.Length);
        ulong bytes = 0;
        for (var i = 0; i < name.Length; i++) bytes |= (ulong)name[i] << (i * 8);
        return bytes | ((ulong)name.Length << 56);
    }

    /// <summary>As <see cref="Of(ReadOnlySpan{byte})"/>; the caller guarantees that eight bytes can be read at <paramref name="start"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfReadable(ref byte start, int length)
    {
        if (length >= 8) return OfLong(ref start, length);
        return (Read(ref start) & ((1UL << (length * 8)) - 1)) | ((ulong)length << 56);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong OfLong(ref byte start, int length)
    {
        var first = Read(ref start);
        var last = Read(ref Unsafe.Add(ref start, length - 8));
        return ((first * 0x9E37_79B9_7F4A_7C15) ^ BitOperations.RotateLeft(last * 0xC2B2_AE3D_27D4_EB4F,
            29) ^ ((ulong)length * 0x1656_67B1_9E37_79F9)) | LongName;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Read(ref byte at)
    {
        var value = Unsafe.ReadUnaligned<ulong>(ref at);
        return BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
    }
}
